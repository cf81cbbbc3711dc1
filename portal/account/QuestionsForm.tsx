import { Box, Button, Stack, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import type { AccountProtection } from '../../contracts/recreation.ts';
import { Problem } from '../page/Problem.tsx';
import { faultsOf, givenAnswers, spellCount, type TypedAnswers } from './answers.ts';
import { QuestionField } from './QuestionField.tsx';
import { useSetQuestions } from './use-protection.ts';

interface QuestionsFormProps {
  questions: AccountProtection['questions'];
  typed: TypedAnswers;
  onType: (typed: TypedAnswers) => void;
  onSet: () => void;
  /** Absent where there is nothing to keep. */
  onKeep: (() => void) | undefined;
}

/** Fields of a row stand in line, however long a question is and whatever is said below. */
const inLine = {
  display: 'grid',
  gridRow: 'span 2',
  gridTemplateRows: 'subgrid',
  mb: 2.5,
  '& > label': { alignSelf: 'end' },
};

export function QuestionsForm({ questions: { choices, needed }, typed, onType, onSet, onKeep }: QuestionsFormProps) {
  const save = useSetQuestions(onSet);
  const [isShort, setShort] = useState(false);
  const faults = faultsOf(save.error);
  const answers = givenAnswers(typed);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    setShort(answers.length < needed);
    if (answers.length >= needed && !save.isPending) save.mutate({ answers });
  }

  return (
    <Stack component="form" noValidate spacing={3} onSubmit={submit}>
      <WhatBecomesOfThem isChange={onKeep !== undefined} needed={needed} />
      <Box sx={{ display: 'grid', columnGap: 2.5, gridTemplateColumns: { md: '1fr 1fr' }, '& > div': inLine }}>
        {choices.map(({ id, text }) => (
          <QuestionField
            key={id}
            question={text}
            answer={typed[id] ?? ''}
            fault={faults[id]}
            onType={(answer) => {
              onType({ ...typed, [id]: answer });
            }}
          />
        ))}
      </Box>
      {save.error !== null && <Problem error={save.error} />}
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Button type="submit" variant="contained" size="large" loading={save.isPending}>
          Save answers
        </Button>
        {onKeep !== undefined && <Button onClick={onKeep}>Keep the former ones</Button>}
        <Typography
          role="status"
          variant="body2"
          sx={{ color: isShort && answers.length < needed ? 'error.main' : 'text.secondary' }}
        >
          {spellCount(answers.length, needed)}
        </Typography>
      </Stack>
    </Stack>
  );
}

function WhatBecomesOfThem({ isChange, needed }: { isChange: boolean; needed: number }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { mb: 0.75 } }}>
      <li>
        Answer at least {needed} of these, the ones that nobody else could. If you misplace your token, we ask three of
        them.
      </li>
      <li>Capitals, blanks and punctuation do not matter. An answer need not be true: only you must know it.</li>
      <li>
        We keep each answer only as a fingerprint that cannot be turned back. Nobody can read it, neither support nor
        you.
      </li>
      {isChange && <li>All answers are set anew: the former ones no longer count.</li>}
    </Box>
  );
}
