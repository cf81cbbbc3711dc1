import { unseal } from '../store/sealing.ts';
import type { Letter } from '../contracts/mail.ts';
import type { LetterActivities } from '../workflows/deliver-mail.ts';
import { deliver } from './delivery.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { letterPlace } from '../store/letters.ts';

/** Messages that no recovery's workflow sends. Their letters wait sealed, because some carry a link. */
export function queuedMailActivities(deps: ActivityDependencies): LetterActivities {
  return {
    deliverQueuedMail: async (mailId) => {
      const queued = await deps.database.letters.findOne({ _id: mailId });
      if (queued === null) return;
      const letter = JSON.parse(
        Buffer.from(unseal(deps.vault.ring, letterPlace(mailId), queued.letter)).toString('utf8'),
      ) as Letter;
      const { recoveryId = null, accountId, to } = queued;
      await deliver(deps, { mailId, recoveryId, accountId, to }, letter);
      await deps.database.letters.deleteOne({ _id: mailId });
    },
  };
}
