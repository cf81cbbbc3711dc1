import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { restoringKinds, type RestoringKind } from '../../domain/restoration.ts';

interface Props {
  label: string;
  /** Title and explanation of each kind. */
  says: Record<RestoringKind, [string, string]>;
  value: RestoringKind;
  onChange: (kind: RestoringKind) => void;
}

export function KindChoice({ label, says, value, onChange }: Props) {
  return (
    <FormControl>
      <FormLabel id="kind-label" sx={{ mb: 0.5 }}>
        {label}
      </FormLabel>
      <RadioGroup aria-labelledby="kind-label" value={value}>
        {restoringKinds.map((kind) => (
          <FormControlLabel
            key={kind}
            value={kind}
            control={<Radio onChange={() => onChange(kind)} sx={{ mt: -0.75 }} />}
            sx={{ alignItems: 'flex-start', mt: 1 }}
            label={
              <>
                <Typography sx={{ fontWeight: 600 }}>{says[kind][0]}</Typography>
                <Typography variant="body2" color="textSecondary">
                  {says[kind][1]}
                </Typography>
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
