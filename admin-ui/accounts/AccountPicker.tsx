import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { Account } from '../../contracts/accounts.ts';
import { ProblemAlert } from '../display/ProblemAlert.tsx';

interface AccountPickerProps {
  chosen: Account | null;
  /** Not to be chosen. */
  except: string;
  onChange: (account: Account | null) => void;
}

const firstOnes = { page: 1, perPage: 20 };

/** One other account that is not disabled, found by the beginning of its user name or e-mail address. */
export function AccountPicker({ chosen, except, onChange }: AccountPickerProps) {
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { data, error, isFetching } = useGetList<Account>(
    'accounts',
    { pagination: firstOnes, filter: search === '' ? {} : { search } },
    { enabled: chosen === null },
  );
  const accounts = (data ?? []).filter(({ id, state }) => id !== except && state === 'active');
  return (
    <>
      <Autocomplete
        options={accounts}
        value={chosen}
        loading={isFetching}
        // The server has searched already.
        filterOptions={(found) => found}
        getOptionLabel={({ userName }) => userName}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        noOptionsText="No such account"
        onChange={(_event, account) => {
          onChange(account);
        }}
        onInputChange={(_event, text) => {
          setTyped(text);
        }}
        renderOption={({ key: _key, ...props }, account) => (
          <Box component="li" key={account.id} {...props} data-testid={`account-${account.userName}`}>
            <Box>
              <Box sx={{ fontWeight: 650 }}>{account.userName}</Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                {account.name} · {account.email}
              </Box>
            </Box>
          </Box>
        )}
        renderInput={(params) => (
          <TextField
            {...params}
            label="Who gets it"
            required
            autoFocus
            helperText={chosen === null ? 'User name or e-mail address' : `${chosen.name} · ${chosen.email}`}
          />
        )}
      />
      {error && <ProblemAlert error={error} />}
    </>
  );
}
