import Dialog from '@mui/material/Dialog';
import { StepUpForm } from './StepUpForm.tsx';
import { useConfirmation } from './confirmation.ts';

/** Stands over whatever is open whenever an operation needs the person's password once more. */
export function StepUpDialog() {
  const confirmation = useConfirmation();
  if (confirmation === undefined) return null;
  const { answer } = confirmation;
  return (
    <Dialog
      open
      onClose={() => {
        answer(false);
      }}
      fullWidth
      maxWidth="xs"
      aria-labelledby="step-up-title"
      data-testid="step-up"
    >
      <StepUpForm onAnswer={answer} />
    </Dialog>
  );
}
