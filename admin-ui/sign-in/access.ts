import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { StaffRole } from '../../domain/words.ts';

type Operation = keyof typeof adminRoutes;

/** Which operation of the API stands behind each page and button; who may use it is told by its row in contracts/routes/admin.ts. */
const operations: Record<string, Record<string, Operation>> = {
  recoveries: { list: 'listRecoveries', show: 'showRecovery' },
  attention: { list: 'listRecoveries' },
  support: { list: 'listRecoveries' },
  approvals: { list: 'listApprovals' },
  accounts: {
    list: 'listAccounts',
    show: 'showAccount',
    create: 'createAccount',
    disable: 'disableAccount',
    enable: 'enableAccount',
  },
  identities: {
    handOut: 'handOutRestoreCode',
    disableRestoration: 'disableRestoration',
    unpair: 'unpairDevice',
    disable: 'disableIdentity',
    enable: 'enableIdentity',
  },
  tokens: { create: 'createToken', reassign: 'reassignToken' },
  restoration: { list: 'showRestorationPolicy', change: 'changeRestorationPolicy' },
  transfer: { list: 'showTransferPolicy', change: 'changeTransferPolicy' },
  recreation: { list: 'showRecreationPolicy', change: 'changeRecreationPolicy' },
  services: { list: 'listServices', create: 'createService' },
  staff: { list: 'listStaff', create: 'createStaffMember' },
  audit: { list: 'listAudit', verify: 'verifyAudit' },
};

/** Whether a role may; an unknown page or button is a no. */
export function mayUse(role: StaffRole, resource: string, action: string): boolean {
  const operation = operations[resource]?.[action];
  return operation !== undefined && adminRoutes[operation].access.some((allowed) => allowed === role);
}
