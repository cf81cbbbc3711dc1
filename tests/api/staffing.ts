import type { z } from 'zod';
import type { CallerCheck, RequestApproval, RestoreCodeWay } from '../../contracts/restoration.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { Browser } from '../../embedded/people/browser.ts';

export const callerCheck: CallerCheck = { how: 'call-back', note: 'Called back on the number on file' };
export const help = { callerCheck, reason: 'Lost the note and the phone' };

type Wanted = Partial<Omit<z.input<typeof RequestApproval>, 'account'>>;

export function asksFor(requester: Browser, account: string, { way = 'phone', ...wanted }: Wanted = {}) {
  return requester.ask(adminRoutes.requestApproval, { body: { account, way, ...help, ...wanted } });
}

/** Asked for by one supervisor and approved by another. @returns the approval's id */
export async function approved(requester: Browser, approver: Browser, account: string, way: RestoreCodeWay = 'phone') {
  const { id } = await asksFor(requester, account, { way });
  await approver.ask(adminRoutes.approve, { params: { id } });
  return id;
}

export function handsOut(
  staff: Browser,
  account: string,
  approval: string | undefined,
  { way = 'phone', ...said }: Wanted = {},
) {
  const body = { way, ...help, ...said, ...(approval === undefined ? {} : { approval }) };
  return staff.ask(adminRoutes.handOutRestoreCode, { params: { id: account }, body });
}
