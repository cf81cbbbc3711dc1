import type { z } from 'zod';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { RecoveryAction } from '../../domain/actions.ts';
import { ask } from './ask.ts';

const deeds = {
  resend: adminRoutes.resendMailCode,
  extend: adminRoutes.extend,
  cancel: adminRoutes.cancel,
} as const satisfies Record<RecoveryAction, unknown>;

const turns = {
  account: { on: adminRoutes.enableAccount, off: adminRoutes.disableAccount },
  identity: { on: adminRoutes.enableIdentity, off: adminRoutes.disableIdentity },
  staff: { on: adminRoutes.enableStaffMember, off: adminRoutes.disableStaffMember },
} as const;

export type Turn = keyof (typeof turns)['account'];

type Operations = typeof adminRoutes;
type Body<O extends keyof Operations> = Operations[O] extends { body: z.ZodType }
  ? z.input<Operations[O]['body']>
  : never;

/** What react-admin has no word for: one method a command of the API. */
export const commands = {
  act: (id: string, action: RecoveryAction, reason: string, key: string) =>
    ask(deeds[action], { params: { id }, body: { reason } }, key),
  giveToken: (body: Body<'createToken'>, key: string) => ask(adminRoutes.createToken, { body }, key),
  createService: (name: string, key: string) => ask(adminRoutes.createService, { body: { name } }, key),
  verifyAudit: () => ask(adminRoutes.verifyAudit, {}),
  turnAccount: (id: string, turn: Turn, body: Body<'disableAccount'>, key: string) =>
    ask(turns.account[turn], { params: { id }, body }, key),
  turnIdentity: (id: string, turn: Turn, body: Body<'disableIdentity'>, key: string) =>
    ask(turns.identity[turn], { params: { id }, body }, key),
  turnStaff: (id: string, turn: Turn, body: Body<'disableStaffMember'>, key: string) =>
    ask(turns.staff[turn], { params: { id }, body }, key),
  unpair: (id: string, device: string, body: Body<'unpairDevice'>, key: string) =>
    ask(adminRoutes.unpairDevice, { params: { id, device }, body }, key),
  disableRestoration: (id: string, body: Body<'disableRestoration'>, key: string) =>
    ask(adminRoutes.disableRestoration, { params: { id }, body }, key),
  handOut: (id: string, body: Body<'handOutRestoreCode'>, key: string) =>
    ask(adminRoutes.handOutRestoreCode, { params: { id }, body }, key),
  requestApproval: (body: Body<'requestApproval'>, key: string) => ask(adminRoutes.requestApproval, { body }, key),
  approve: (id: string, key: string) => ask(adminRoutes.approve, { params: { id } }, key),
  refuseApproval: (id: string, key: string) => ask(adminRoutes.refuseApproval, { params: { id } }, key),
  restorationPolicy: () => ask(adminRoutes.showRestorationPolicy, {}),
  changeRestorationPolicy: (body: Body<'changeRestorationPolicy'>, key: string) =>
    ask(adminRoutes.changeRestorationPolicy, { body }, key),
  transferPolicy: () => ask(adminRoutes.showTransferPolicy, {}),
  changeTransferPolicy: (body: Body<'changeTransferPolicy'>, key: string) =>
    ask(adminRoutes.changeTransferPolicy, { body }, key),
  recreationPolicy: () => ask(adminRoutes.showRecreationPolicy, {}),
  changeRecreationPolicy: (body: Body<'changeRecreationPolicy'>, key: string) =>
    ask(adminRoutes.changeRecreationPolicy, { body }, key),
  verifyCaller: (id: string, body: Body<'verifyCaller'>, key: string) =>
    ask(adminRoutes.verifyCaller, { params: { id }, body }, key),
  decideCaller: (id: string, body: Body<'decideCaller'>, key: string) =>
    ask(adminRoutes.decideCaller, { params: { id }, body }, key),
  reassignToken: (id: string, body: Body<'reassignToken'>, key: string) =>
    ask(adminRoutes.reassignToken, { params: { id }, body }, key),
};
