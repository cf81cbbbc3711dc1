import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';

const says = {
  restore: 'Your ID is on its way to this device.',
  activation: 'Tokens are on their way to this device.',
  'soft-token': 'A soft token waits for its registration.',
};

interface Props {
  of?: keyof typeof says;
  onContinue: () => void;
}

/** What is on its way and was put off goes on where it stood. */
export function RestoreNotice({ of = 'restore', onContinue }: Props) {
  return (
    <Alert
      severity="info"
      role="status"
      data-testid={`${of}-under-way`}
      action={
        <Button color="inherit" size="small" onClick={onContinue}>
          Continue
        </Button>
      }
    >
      {says[of]}
    </Alert>
  );
}
