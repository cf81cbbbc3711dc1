import { useConfirmation } from './confirmation.ts';
import { StepUpForm } from './StepUpForm.tsx';

/** Stands over whatever is open whenever an operation needs the person's password once more. */
export function StepUpDialog() {
  const confirmation = useConfirmation();
  return confirmation && <StepUpForm onAnswer={confirmation.answer} />;
}
