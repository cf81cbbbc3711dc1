import { TextField, Typography } from '@mui/material';
import { useId, type Ref } from 'react';

interface QuestionFieldProps {
  question: string;
  answer: string;
  fault?: string | undefined;
  isWrong?: boolean;
  ref?: Ref<HTMLInputElement>;
  onType: (answer: string) => void;
}

/** The question stands above its field: it is too long for a label within. */
export function QuestionField({ question, answer, fault, isWrong = false, ref, onType }: QuestionFieldProps) {
  const fieldId = useId();
  return (
    <div>
      <Typography component="label" htmlFor={fieldId} sx={{ display: 'block', fontWeight: 650, mb: 0.75 }}>
        {question}
      </Typography>
      <TextField
        id={fieldId}
        fullWidth
        hiddenLabel
        size="small"
        inputRef={ref}
        value={answer}
        error={isWrong || fault !== undefined}
        helperText={fault === undefined ? undefined : `Not accepted: ${fault}.`}
        onChange={(event) => {
          onType(event.target.value);
        }}
        slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false, maxLength: 256 } }}
      />
    </div>
  );
}
