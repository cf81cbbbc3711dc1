import { publicBase } from '../../domain/transfer.ts';
import { transferPolicy } from '../../store/policies.ts';
import type { ApiDependencies } from '../dependencies.ts';

/**
 * Whether a device that names this origin means this very API: its own address, or the public one that the administrator has set
 * and that was asked whether it answers as ours (guide 002). A proof that another server was sent is worth nothing here.
 */
export async function isOurs(
  { database, settings }: Pick<ApiDependencies, 'database' | 'settings'>,
  origin: string,
): Promise<boolean> {
  if (origin === new URL(settings.AUTHENTICATOR_URL).origin) return true;
  const { publicAddress } = await transferPolicy(database);
  return publicAddress !== null && origin === publicBase(publicAddress, settings.AUTHENTICATOR_URL);
}
