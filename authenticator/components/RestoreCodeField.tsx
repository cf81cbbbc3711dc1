import { countOf } from '../text/trouble.ts';
import { LongCodeField } from './LongCodeField.tsx';

interface Props {
  value: string;
  onChange: (value: string) => void;
  attemptsLeft: number;
}

export function RestoreCodeField({ attemptsLeft, ...field }: Props) {
  return (
    <LongCodeField
      label="Restore code"
      name="restore-code"
      placeholder="XXXX-XXXX-XXXX-XXXX-X"
      helperText={`${countOf(attemptsLeft, 'attempt')} left; a typing error costs none`}
      isFocused
      {...field}
    />
  );
}
