import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { howWords, type CheckForm } from './help.ts';

interface CallerCheckFieldsProps {
  form: CheckForm;
  onChange: (form: CheckForm) => void;
}

/** What anyone can know about a person is no way to verify them, so it is not offered. */
export function CallerCheckFields({ form, onChange }: CallerCheckFieldsProps) {
  const labelId = useId();
  return (
    <>
      <FormControl required sx={{ mt: 0.5 }}>
        <FormLabel id={labelId} sx={{ fontSize: '0.8125rem' }}>
          How you verified that it is the account holder
        </FormLabel>
        <RadioGroup
          aria-labelledby={labelId}
          value={form.how}
          onChange={(_event, how) => {
            onChange({ ...form, how: how as CheckForm['how'] });
          }}
        >
          {Object.entries(howWords).map(([how, words]) => (
            <FormControlLabel key={how} value={how} label={words} control={<Radio size="small" sx={{ py: 0.5 }} />} />
          ))}
        </RadioGroup>
        <FormHelperText sx={{ mx: 0 }}>
          What anyone can know verifies nobody: birthday, address, employee number.
        </FormHelperText>
      </FormControl>
      <TextField
        label="What exactly you did"
        value={form.note}
        onChange={(event) => {
          onChange({ ...form, note: event.target.value });
        }}
        placeholder="Called back on the number on file, 14:05"
        required
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </>
  );
}
