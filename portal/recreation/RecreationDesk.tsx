import { Box, Card, Stack } from '@mui/material';
import type { Recovery } from '../../contracts/recoveries.ts';
import type { Recreation } from '../../contracts/recreation.ts';
import { CancelRecovery } from '../migration/CancelRecovery.tsx';
import { Answer } from '../page/Answer.tsx';
import { AnswerStep } from './AnswerStep.tsx';
import { ChooseAction } from './ChooseAction.tsx';
import { FirstCode } from './FirstCode.tsx';
import { GoOnHere } from './GoOnHere.tsx';
import { MailedCode } from './MailedCode.tsx';
import { Ready } from './Ready.tsx';
import { Register } from './Register.tsx';
import { useRecreation } from './use-recreation.ts';
import { WithSupport } from './WithSupport.tsx';

/** Where a recreation goes on: everything comes from the server, so that a reload or another browser continues where it stood. */
export function RecreationDesk({ recovery }: { recovery: Recovery }) {
  const recreation = useRecreation(recovery);
  if (recovery.state === 'completed') return <Ready recovery={recovery} />;
  if (recovery.endedAt !== null) return null;
  return (
    <Card component="section" aria-label="What to do now" sx={{ p: { xs: 2.5, sm: 4 } }}>
      <Answer query={recreation}>
        {(data) => (
          <Stack spacing={3}>
            <Step recovery={recovery} recreation={data} />
            {recovery.actions.includes('cancel') && (
              <Box sx={{ borderTop: '1px solid', borderColor: 'divider', pt: 2.5 }}>
                <CancelRecovery recovery={recovery} reason={data.reason} />
              </Box>
            )}
          </Stack>
        )}
      </Answer>
    </Card>
  );
}

/** Offers what the server says may be done in this browser, and nothing else. */
function Step({ recovery, recreation }: { recovery: Recovery; recreation: Recreation }) {
  const { actions, support } = recreation;
  if (actions.includes('go-on-here')) {
    return (
      <>
        {recovery.state === 'awaiting-support' && support !== null && (
          <WithSupport support={support} deadline={recovery.deadline} />
        )}
        <GoOnHere recovery={recovery} />
      </>
    );
  }
  switch (recovery.step) {
    case 'prove-ownership':
      return <MailedCode recovery={recovery} />;
    case 'answer-questions':
      return <AnswerStep recovery={recovery} recreation={recreation} />;
    case 'choose-action':
      return <ChooseAction recovery={recovery} recreation={recreation} />;
    case 'register':
      return <Register key={recreation.activation?.serial} recreation={recreation} />;
    case 'first-code':
      return <FirstCode recreation={recreation} />;
    default:
      return null;
  }
}
