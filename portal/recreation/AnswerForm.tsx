import { Alert, AlertTitle, Button, Stack, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import type { Recreation } from '../../contracts/recreation.ts';
import type { TypedAnswers } from '../account/answers.ts';
import { QuestionField } from '../account/QuestionField.tsx';
import { Problem } from '../page/Problem.tsx';
import { isRefused } from '../query-client.ts';
import { useAnswers } from './use-recreation.ts';
import { attemptsLeftOf, spellRounds } from './wording.ts';

interface AnswerFormProps {
  recreation: Recreation;
  isWithSupport: boolean;
}

export function AnswerForm({ recreation, isWithSupport }: AnswerFormProps) {
  const { recovery, questions, roundsLeft } = recreation;
  const [typed, setTyped] = useState<TypedAnswers>({});
  const [isMissing, setMissing] = useState(false);
  const answer = useAnswers(recovery);
  const isWrong = isRefused(answer.error, 'wrong-answers');

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const answers = questions.map(({ id }) => ({ question: id, answer: (typed[id] ?? '').trim() }));
    const isComplete = answers.every((given) => given.answer !== '');
    setMissing(!isComplete);
    if (isComplete && !answer.isPending) answer.mutate({ answers });
  }

  return (
    <Stack component="form" noValidate spacing={2.5} onSubmit={submit} sx={{ maxWidth: 640 }}>
      <div>
        <Typography variant="h2">
          {isWithSupport ? 'Or answer your security questions' : 'Answer your security questions'}
        </Typography>
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          Capitals, blanks and punctuation do not matter. You have {spellRounds(roundsLeft)}.
        </Typography>
      </div>
      {isWrong && <WrongAnswers left={attemptsLeftOf(answer.error) ?? roundsLeft} />}
      {answer.error !== null && !isWrong && <Problem error={answer.error} />}
      {questions.map(({ id, text }) => (
        <QuestionField
          key={id}
          question={text}
          answer={typed[id] ?? ''}
          fault={isMissing && (typed[id] ?? '').trim() === '' ? 'an answer is missing' : undefined}
          isWrong={isWrong}
          onType={(given) => {
            setTyped({ ...typed, [id]: given });
          }}
        />
      ))}
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={answer.isPending}
        sx={{ alignSelf: { sm: 'start' } }}
      >
        Next
      </Button>
    </Stack>
  );
}

function WrongAnswers({ left }: { left: number }) {
  return (
    <Alert severity="error" role="alert">
      <AlertTitle>Wrong answers: {spellRounds(left)}</AlertTitle>
      At least one of the three is not right; which one, nobody is told.
    </Alert>
  );
}
