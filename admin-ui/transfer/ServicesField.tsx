import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { useServices } from './use-transfer-policy.ts';

interface ServicesFieldProps {
  chosen: string[];
  labelId: string;
  onChange: (services: string[]) => void;
}

/** Any number of services, none at first. */
export function ServicesField({ chosen, labelId, onChange }: ServicesFieldProps) {
  const { services, error, nameOf } = useServices();
  if (error) return <ProblemAlert error={error} />;
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={services.map(({ id }) => id)}
      getOptionLabel={nameOf}
      value={chosen}
      onChange={(_event, ids) => {
        onChange(ids);
      }}
      renderInput={(params) => (
        <TextField
          {...params}
          margin="none"
          placeholder={chosen.length === 0 ? 'None: tokens of every service can be transferred' : ''}
          slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, 'aria-labelledby': labelId } }}
        />
      )}
      sx={{ maxWidth: 520 }}
    />
  );
}
