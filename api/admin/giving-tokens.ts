import { keyedDigest, subkey } from '../../domain/keys.ts';
import type { TokenDoc } from '../../store/documents.ts';
import { newId } from '../../store/ids.ts';
import { createToken, type NewToken, type OnRecord } from '../../store/tokens.ts';
import type { EnrolmentInput } from '../../workflows/messages.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { orRefuse, refuse } from '../problem.ts';
import { startRecovery } from '../running-recoveries.ts';

/** Gives an account a token, which waits in its app until enrolled. Asked again under the same key, it is the same token. */
export async function giveToken(
  deps: ApiDependencies,
  { actor }: StaffCaller,
  wanted: NewToken,
  idempotencyKey: string | undefined,
  body: unknown,
  onRecord: OnRecord = {},
): Promise<TokenDoc> {
  const { database, masterKey } = deps;
  const key = subkey(masterKey, 'recovery-id');
  const tokenId =
    idempotencyKey === undefined ? newId('tok') : `tok_${keyedDigest(key, 'token', actor.id, idempotencyKey)}`;
  orRefuse(await createToken(database, tokenId, wanted, actor, onRecord));
  const occasion = { principal: actor.id, route: 'enrolment', idempotencyKey: idempotencyKey ?? tokenId, body };
  const { accountId } = wanted;
  await startRecovery<EnrolmentInput>(deps, 'enrolment', occasion, { accountId, actor, tokenId });
  return (await database.tokens.findOne({ _id: tokenId })) ?? refuse('not-found');
}
