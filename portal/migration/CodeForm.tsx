import { Button, DialogActions, DialogContent, Stack } from '@mui/material';
import { useId, useRef, useState, type SyntheticEvent } from 'react';
import { TypedCode } from '../../contracts/words.ts';
import { Problem } from '../page/Problem.tsx';
import { CodeField } from './CodeField.tsx';
import { CodeStanding } from './CodeStanding.tsx';
import type { MailChallenge, Move } from './move.ts';
import { MoveSentence } from './MoveSentence.tsx';
import { useMailCode } from './use-mail-code.ts';

interface CodeFormProps {
  move: Move;
  recoveryId: string;
  challenge: MailChallenge;
  isReturn: boolean;
  onClose: () => void;
  onDone: () => void;
}

export function CodeForm({ move, recoveryId, challenge, isReturn, onClose, onDone }: CodeFormProps) {
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const formId = useId();
  const { confirm, resend, error } = useMailCode(recoveryId, {
    onAccepted: onDone,
    onRefused: () => field.current?.select(),
    onResent: () => {
      setCode('');
      field.current?.focus();
    },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const typed = TypedCode.safeParse(code.trim());
    setMissing(!typed.success);
    if (!typed.success) field.current?.focus();
    else if (!confirm.isPending) confirm.mutate(typed.data);
  }

  return (
    <>
      <DialogContent>
        <Stack component="form" id={formId} noValidate onSubmit={submit} spacing={2.5}>
          <MoveSentence move={move} />
          <CodeStanding
            challenge={challenge}
            isReturn={isReturn}
            isResent={resend.isSuccess}
            isResending={resend.isPending}
            onResend={() => {
              resend.mutate();
            }}
          />
          {error !== null && <Problem error={error} />}
          <CodeField ref={field} code={code} isMissing={isMissing} isWrong={confirm.error !== null} onType={setCode} />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ p: 2.5 }}>
        <Button onClick={onClose}>CLOSE</Button>
        <Button type="submit" form={formId} variant="contained" loading={confirm.isPending}>
          CONFIRM
        </Button>
      </DialogActions>
    </>
  );
}
