import { Stack, Typography } from '@mui/material';

export function Brand() {
  return (
    <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
      <img src="/latchkey.svg" alt="" width={36} height={36} />
      <div>
        <Typography sx={{ fontWeight: 700, lineHeight: 1.2 }}>Latchkey</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', lineHeight: 1.2 }}>
          User Portal
        </Typography>
      </div>
    </Stack>
  );
}
