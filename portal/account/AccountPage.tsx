import { Alert, Box, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { AccountProtection } from '../../contracts/recreation.ts';
import { Answer } from '../page/Answer.tsx';
import { Page } from '../page/Page.tsx';
import { When } from '../page/When.tsx';
import { isAnythingTyped, type TypedAnswers } from './answers.ts';
import { SecondFactor } from './SecondFactor.tsx';
import { SecurityQuestions } from './SecurityQuestions.tsx';
import { useProtection } from './use-protection.ts';

/** Guide 003, steps 5 and 6: Settings, Manage my account. */
export function AccountPage() {
  const protection = useProtection();
  // Here and not in the form: while the second factor is asked for once more, nothing that was typed is lost.
  const [typed, setTyped] = useState<TypedAnswers>({});
  return (
    <Page title="Manage my account" subtitle="What gives you a token back, should you lose yours">
      <Answer query={protection}>
        {(known) =>
          known.isOpen ? (
            <Open protection={known} typed={typed} onType={setTyped} />
          ) : (
            <>
              {isAnythingTyped(typed) && (
                <Alert severity="info" role="status">
                  The time for changes has run out. Enter a code once more: what you have typed is kept.
                </Alert>
              )}
              <SecondFactor tokens={known.tokens} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

interface OpenProps {
  protection: AccountProtection;
  typed: TypedAnswers;
  onType: (typed: TypedAnswers) => void;
}

function Open({ protection, typed, onType }: OpenProps) {
  const { isOpenUntil, questions } = protection;
  const [isSaved, setSaved] = useState(false);
  return (
    <Stack spacing={3} useFlexGap>
      <Box role="status" sx={{ '&:empty': { display: 'none' } }}>
        {isSaved && (
          <Alert
            role="none"
            severity="success"
            onClose={() => {
              setSaved(false);
            }}
          >
            Your answers are set. We have told you so by e-mail.
          </Alert>
        )}
      </Box>
      {isOpenUntil !== null && (
        <Typography sx={{ color: 'text.secondary' }}>
          The code of your token was right: you can make changes here until <When at={isOpenUntil} />.
        </Typography>
      )}
      <SecurityQuestions
        questions={questions}
        typed={typed}
        onType={(next) => {
          setSaved(false);
          onType(next);
        }}
        onSet={() => {
          onType({});
          setSaved(true);
        }}
      />
    </Stack>
  );
}
