import { isRefusal, type Refusal } from '../domain/refusals.ts';
import type { RecoveryDoc } from '../store/documents.ts';
import { openEnrolment, openMigration, openReload } from '../store/recoveries/open.ts';
import { openPairing, openRestore } from '../store/recoveries/restore.ts';
import { openTransfer } from '../store/recoveries/transfer.ts';
import type { RecoveryActivities, Standing } from '../workflows/activities.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { tellOfSecondTry } from './second-try.ts';

type Openings = Pick<
  RecoveryActivities,
  'openMigration' | 'openReload' | 'openEnrolment' | 'openRestore' | 'openTransfer'
>;

const first = 1;

/** How each flow begins: the first transition of its recovery. @param answer sends the step's mail and tells how things stand */
export function openings(
  deps: ActivityDependencies,
  answer: (outcome: RecoveryDoc | Refusal, seq: number) => Promise<Standing | Refusal>,
): Openings {
  const { database, policy } = deps;
  return {
    openMigration: async ({ recoveryId, accountId, tokenId, actor }) =>
      answer(await openMigration(database, policy, { recoveryId, seq: first, actor, accountId, tokenId }), first),

    openReload: async ({ recoveryId, accountId, formerDeviceId, forDeviceId, actor }) =>
      answer(
        await openReload(database, policy, { recoveryId, seq: first, actor, accountId, formerDeviceId, forDeviceId }),
        first,
      ),

    openEnrolment: async ({ recoveryId, accountId, tokenId, actor }) =>
      answer(await openEnrolment(database, policy, { recoveryId, seq: first, actor, accountId, tokenId }), first),

    openRestore: async (input) => {
      const { recoveryId, accountId, tokenId, actor, kind } = input;
      const opening = { recoveryId, seq: first, actor, accountId, tokenId, kind };
      const opened =
        input.way === 'code'
          ? await openRestore(database, policy, { ...opening, device: input.device })
          : await openPairing(database, policy, { ...opening, fromDevice: input.fromDevice });
      if (isRefusal(opened) && opened.refused === 'token-reserved') await tellOfSecondTry(deps, input, opened);
      return answer(opened, first);
    },

    openTransfer: async ({ recoveryId, accountId, tokenIds, fromDevice, actor }) =>
      answer(
        await openTransfer(database, policy, deps.authenticatorUrl, {
          recoveryId,
          seq: first,
          actor,
          accountId,
          tokenIds,
          fromDevice,
        }),
        first,
      ),
  };
}
