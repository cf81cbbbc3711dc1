import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { CreateService } from '../../contracts/accounts.ts';
import { ProblemAlert } from '../display/ProblemAlert.tsx';

interface ServiceNameFormProps {
  error: Error | null;
  isPending: boolean;
  onSubmit: (name: string) => void;
  onClose: () => void;
}

export function ServiceNameForm({ error, isPending, onSubmit, onClose }: ServiceNameFormProps) {
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(name.trim());
      }}
    >
      <DialogTitle id="service-title">New service</DialogTitle>
      <DialogContent>
        <TextField
          label="Name"
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
          helperText="As people see it in the portal and in their app, for example VPN"
          required
          autoFocus
          slotProps={{ htmlInput: { maxLength: 80 } }}
        />
        {error && <ProblemAlert error={error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Back</Button>
        <Button
          type="submit"
          variant="contained"
          disabled={!CreateService.safeParse({ name }).success}
          loading={isPending}
        >
          Create service
        </Button>
      </DialogActions>
    </form>
  );
}
