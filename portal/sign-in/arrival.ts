import { z } from 'zod';

/** Why a person stands at the sign-in page, and where to lead afterwards. Travels in the state of the history entry. */
const Arrival = z.object({
  back: z
    .string()
    .regex(/^\/(?![/\\])/)
    .default('/'),
  reason: z.enum(['needed', 'expired', 'signed-out', 'password-set']).optional(),
});
export type Arrival = z.input<typeof Arrival>;

const sentences = {
  needed: 'Sign in to continue. You will then be where you wanted to go.',
  expired: 'Your session has ended. Sign in again and you will be back where you were.',
  'signed-out': 'You are signed out.',
  'password-set': 'Your password is set. Sign in with it.',
};

export function readArrival(state: unknown): { back: string; sentence: string | undefined } {
  const arrival = Arrival.safeParse(state ?? {});
  if (!arrival.success) return { back: '/', sentence: undefined };
  const { back, reason } = arrival.data;
  return { back, sentence: reason && sentences[reason] };
}
