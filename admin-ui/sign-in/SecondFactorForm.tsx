import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { ways, type Way } from './second-factor-ways.ts';

interface SecondFactorFormProps {
  onVerified: () => Promise<void>;
  onStartOver: () => void;
}

export function SecondFactorForm({ onVerified, onStartOver }: SecondFactorFormProps) {
  const [wayName, setWay] = useState<Way>('code');
  const [code, setCode] = useState('');
  const way = ways[wayName];
  const attempt = useMutation({ mutationFn: () => way.verify(code).then(onVerified) });
  const changeWay = () => {
    setCode('');
    attempt.reset();
    setWay(wayName === 'code' ? 'backup' : 'code');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        attempt.mutate();
      }}
    >
      <Typography variant="h1">Second factor</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5, mb: 1.5 }}>
        {way.about}
      </Typography>
      <TextField
        key={wayName}
        label={way.label}
        value={code}
        onChange={(event) => {
          setCode(event.target.value);
        }}
        required
        autoFocus
        slotProps={{ htmlInput: way.input }}
      />
      {attempt.error && <ProblemAlert error={attempt.error} />}
      <Button type="submit" variant="contained" fullWidth loading={attempt.isPending} sx={{ my: 1.5 }}>
        Verify
      </Button>
      <Button size="small" onClick={changeWay}>
        {way.other}
      </Button>
      <Button size="small" onClick={onStartOver}>
        Start over
      </Button>
    </form>
  );
}
