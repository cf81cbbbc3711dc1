import Box from '@mui/material/Box';
import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import { stateWords } from './words.ts';

/** The guide's steps: done, current, to come; where a recovery ended before its last step, that step says how. */
export function StepsBar({ recovery }: { recovery: Pick<CaseDetail, 'steps' | 'endedAt' | 'state'> }) {
  const { steps, endedAt, state } = recovery;
  const isNarrow = useMediaQuery((theme) => theme.breakpoints.down('md'));
  return (
    <Box sx={{ px: 2, pt: 1, pb: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      <Stepper
        nonLinear
        alternativeLabel={!isNarrow}
        orientation={isNarrow ? 'vertical' : 'horizontal'}
        aria-label="Steps"
      >
        {steps.map(({ id, title, standing }) => {
          const stoppedHere = standing === 'current' && endedAt !== null;
          return (
            <Step
              key={id}
              completed={standing === 'done'}
              active={standing === 'current'}
              aria-current={standing === 'current' ? 'step' : undefined}
              data-standing={standing}
            >
              <StepLabel
                error={stoppedHere && state !== 'cancelled'}
                optional={stoppedHere && <Box sx={{ fontSize: '0.75rem' }}>{stateWords[state]} here</Box>}
              >
                {title}
              </StepLabel>
            </Step>
          );
        })}
      </Stepper>
    </Box>
  );
}
