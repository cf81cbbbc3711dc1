import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useFilters } from '../listing/use-filters.ts';

export function OverdueFilter() {
  const { chosen, choose } = useFilters();
  return (
    <FormControlLabel
      label="Overdue only"
      control={<Switch size="small" checked={chosen['overdue'] === 'true'} />}
      onChange={(_event, isOn) => {
        choose('overdue', isOn ? 'true' : undefined);
      }}
      sx={{ ml: 0.5 }}
    />
  );
}
