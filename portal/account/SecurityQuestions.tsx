import { Button, Card, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { AccountProtection } from '../../contracts/recreation.ts';
import { When } from '../page/When.tsx';
import type { TypedAnswers } from './answers.ts';
import { QuestionsForm } from './QuestionsForm.tsx';

interface SecurityQuestionsProps {
  questions: AccountProtection['questions'];
  typed: TypedAnswers;
  onType: (typed: TypedAnswers) => void;
  onSet: () => void;
}

export function SecurityQuestions({ questions, typed, onType, onSet }: SecurityQuestionsProps) {
  const isSet = questions.set.length > 0;
  const [isChanging, setChanging] = useState(Object.keys(typed).length > 0);
  return (
    <Card component="section" aria-label="Security questions" sx={{ p: { xs: 2.5, sm: 4 } }}>
      <Stack spacing={2.5}>
        <Typography variant="h2">Security questions</Typography>
        {isSet ? (
          <SetQuestions questions={questions} />
        ) : (
          <Typography>
            You have not set any yet. Without them, only support can let you make a misplaced token anew.
          </Typography>
        )}
        {isSet && !isChanging ? (
          <div>
            <Button
              variant="outlined"
              onClick={() => {
                setChanging(true);
              }}
            >
              Change my answers
            </Button>
          </div>
        ) : (
          <QuestionsForm
            questions={questions}
            typed={typed}
            onType={onType}
            onSet={() => {
              setChanging(false);
              onSet();
            }}
            onKeep={
              isSet
                ? () => {
                    setChanging(false);
                    onType({});
                  }
                : undefined
            }
          />
        )}
      </Stack>
    </Card>
  );
}

function SetQuestions({ questions: { choices, set, setAt } }: { questions: AccountProtection['questions'] }) {
  return (
    <div>
      <Typography>
        {set.length} questions are set
        {setAt !== null && (
          <>
            , since <When at={setAt} />
          </>
        )}
        . The answers are never shown to anybody.
      </Typography>
      <Stack component="ul" spacing={0.5} sx={{ pl: 2.5, mb: 0, color: 'text.secondary' }}>
        {choices
          .filter(({ id }) => set.includes(id))
          .map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
      </Stack>
    </div>
  );
}
