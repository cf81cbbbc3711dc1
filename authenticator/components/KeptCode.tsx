import QrCode2 from '@mui/icons-material/QrCode2';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link } from 'react-router';
import type { RestoreCodeShown } from '../../contracts/identities.ts';
import { KeepingButtons } from './KeepingButtons.tsx';
import { RestoreCodeSheet } from './RestoreCodeSheet.tsx';

/** The restore code, shown again. */
export function KeptCode({ name, shown, onDone }: { name: string; shown: RestoreCodeShown; onDone: () => void }) {
  return (
    <>
      <RestoreCodeSheet name={name} shown={shown} />
      <Stack sx={{ gap: 2.5, displayPrint: 'none' }}>
        <KeepingButtons name={name} shown={shown} />
        <Button component={Link} to="/identity/pairing" variant="outlined" size="large" startIcon={<QrCode2 />}>
          Show QR code
        </Button>
        <Button variant="contained" size="large" onClick={onDone}>
          Done
        </Button>
      </Stack>
    </>
  );
}
