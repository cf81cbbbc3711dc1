import { useRef, useState, type SyntheticEvent } from 'react';
import { TypedCode } from '../../contracts/words.ts';
import { useMailCode } from '../migration/use-mail-code.ts';

/** The mailed code as it is typed, sent and asked for anew. */
export function useCodeForm(recoveryId: string, onResent: () => void = () => undefined) {
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { confirm, resend, error } = useMailCode(recoveryId, {
    onAccepted: () => undefined,
    onRefused: () => field.current?.select(),
    onResent: () => {
      setCode('');
      field.current?.focus();
      onResent();
    },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const typed = TypedCode.safeParse(code.trim());
    setMissing(!typed.success);
    if (!typed.success) field.current?.focus();
    else if (!confirm.isPending) confirm.mutate(typed.data);
  }

  return {
    submit,
    confirm,
    resend,
    error,
    /** Of the field that takes it. */
    entry: { ref: field, code, isMissing, isWrong: confirm.error !== null, onType: setCode },
  };
}
