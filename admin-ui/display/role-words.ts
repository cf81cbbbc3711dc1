import type { ActorKind, StaffRole } from '../../domain/words.ts';

export const roleWords: Record<StaffRole, string> = {
  agent: 'Agent',
  supervisor: 'Supervisor',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

export const actorWords: Record<ActorKind, string> = {
  'account-holder': 'account holder',
  device: 'device',
  staff: 'staff',
  service: 'service',
  system: 'system',
  anonymous: 'not signed in',
};
