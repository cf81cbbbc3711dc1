import { Stack, Typography } from '@mui/material';
import type { Recovery } from '../../contracts/recoveries.ts';
import type { Recreation } from '../../contracts/recreation.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { ContactSupport } from './ContactSupport.tsx';
import { WithSupport } from './WithSupport.tsx';

/** Guide 003, step 9: *Question & answer challenge*, or support for whoever cannot answer. */
export function AnswerStep({ recovery, recreation }: { recovery: Recovery; recreation: Recreation }) {
  const { actions, support, questions } = recreation;
  const mayAnswer = actions.includes('answer') && questions.length > 0;
  return (
    <Stack spacing={3}>
      {recovery.state === 'awaiting-support' && support !== null && (
        <WithSupport support={support} deadline={recovery.deadline} />
      )}
      {mayAnswer ? (
        <AnswerForm recreation={recreation} isWithSupport={recovery.state === 'awaiting-support'} />
      ) : (
        recovery.state !== 'awaiting-support' && (
          <div>
            <Typography variant="h2">Contact support</Typography>
            <Typography sx={{ mt: 1 }}>
              {questions.length === 0
                ? 'You have set no security questions.'
                : 'There is no round left for your answers.'}{' '}
              Support makes sure who you are in another way, and then you go on here.
            </Typography>
          </div>
        )
      )}
      {actions.includes('ask-support') && <ContactSupport id={recovery.id} isOnlyWay={!mayAnswer} />}
    </Stack>
  );
}
