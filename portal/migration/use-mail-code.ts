import { useMutation } from '@tanstack/react-query';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { useOnce } from '../once.ts';
import { useRecoveryNews } from '../recoveries/use-recovery.ts';
import { ask } from '../server.ts';

interface Listeners {
  onAccepted: () => void;
  onRefused: () => void;
  onResent: () => void;
}

/** CONFIRM and *Send again*. What they say is about the last press: the one forgets what the other was refused. */
export function useMailCode(id: string, { onAccepted, onRefused, onResent }: Listeners) {
  const { keep, lookAgain } = useRecoveryNews();
  const once = useOnce();
  const confirm = useMutation({
    mutationFn: (code: string) => ask(portalRoutes.enterMailCode, { params: { id }, body: { code } }),
    onMutate: () => {
      resend.reset();
    },
    onSuccess: (recovery) => {
      keep(recovery);
      onAccepted();
    },
    onError: () => {
      lookAgain(id);
      onRefused();
    },
  });
  const resend = useMutation({
    mutationFn: () => ask(portalRoutes.resendMailCode, { params: { id } }, once.key),
    onMutate: () => {
      confirm.reset();
    },
    onSuccess: (recovery) => {
      keep(recovery);
      onResent();
    },
    onError: () => {
      lookAgain(id);
    },
    onSettled: (_recovery, error) => {
      once.settle(error);
    },
  });
  return { confirm, resend, error: confirm.error ?? resend.error };
}
