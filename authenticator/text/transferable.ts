import type { TransferStatus } from '../../contracts/transfer.ts';
import type { HeldToken } from '../../device-sdk/state.ts';

type Token = Pick<HeldToken, 'service' | 'isUsable' | 'isMigrating'>;

/** Why a token cannot be selected, `undefined` when it can. The server judges again. */
export function whyNotTransferable(token: Token, { servicesOff }: TransferStatus): string | undefined {
  if (servicesOff.includes(token.service.id)) return 'Tokens of this service may not be transferred.';
  if (!token.isUsable) return 'Locked, disabled or suspended; the portal says which.';
  if (token.isMigrating) return 'It is about to move already.';
  return undefined;
}

export function mayTransfer(token: Token, status: TransferStatus): boolean {
  return whyNotTransferable(token, status) === undefined;
}
