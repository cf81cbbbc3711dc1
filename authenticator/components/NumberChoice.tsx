import FormLabel from '@mui/material/FormLabel';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { figures } from '../appearance/theme.ts';

interface Props {
  service: string;
  choices: string[];
  chosen: string | undefined;
  onChoose: (number: string | undefined) => void;
}

export function NumberChoice({ service, choices, chosen, onChoose }: Props) {
  return (
    <Stack sx={{ gap: 1 }}>
      <FormLabel id="number-label">Choose the number that {service} shows</FormLabel>
      <ToggleButtonGroup
        exclusive
        fullWidth
        value={chosen ?? null}
        aria-labelledby="number-label"
        onChange={(_, number: string | null) => onChoose(number ?? undefined)}
        sx={{ gap: 1.25 }}
      >
        {choices.map((number) => (
          <ToggleButton
            key={number}
            value={number}
            data-testid={`number-${number}`}
            sx={{
              ...figures,
              fontSize: '1.75rem',
              py: 1.25,
              color: 'text.primary',
              '&&': { borderRadius: '12px', border: '2px solid var(--mui-palette-divider)', ml: 0 },
              '&&.Mui-selected, &&.Mui-selected:hover': {
                bgcolor: 'secondary.main',
                borderColor: 'secondary.main',
                color: 'secondary.contrastText',
              },
            }}
          >
            {number}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Stack>
  );
}
