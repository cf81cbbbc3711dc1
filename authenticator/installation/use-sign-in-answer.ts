import type { WaitingSignIn } from '../../contracts/identities.ts';
import { ProblemError } from '../../contracts/client.ts';
import { useInstallation } from './installation.ts';

const over = ['already-finished', 'not-found', 'wrong-number'];

/** Both answers to a sign-in. One that is over leaves the screen, with the reason said at its foot. */
export function useSignInAnswer(signIn: WaitingSignIn) {
  const { act, announce, settleSignIn } = useInstallation();
  const settle = async (deed: () => Promise<string>) => {
    try {
      announce(await deed());
    } catch (error) {
      if (!(error instanceof ProblemError) || !over.includes(error.problem.code)) throw error;
      announce(error.problem.code === 'wrong-number' ? refused(error) : 'That sign-in is over.');
    }
    settleSignIn(signIn.id);
  };
  const approve = (number: string, passcode: string) =>
    settle(async () => {
      await act((device) => device.identity.approveSignIn(signIn, number, passcode));
      return `Signed in to ${signIn.service.name}.`;
    });
  const refuse = () =>
    settle(async () => {
      await act((device) => device.identity.refuseSignIn(signIn.id));
      return `The sign-in to ${signIn.service.name} was refused.`;
    });
  return { approve, refuse };
}

function refused({ problem }: ProblemError): string {
  return `${problem.title} ${problem.detail}`;
}
