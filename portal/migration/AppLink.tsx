import { Box, Link, Stack } from '@mui/material';
import { QRCodeSVG } from 'qrcode.react';

/** The way into the app: for the camera of another device, and for this one. */
export function AppLink({ to }: { to: string }) {
  return (
    <Stack spacing={1} sx={{ alignItems: 'center', flexShrink: 0 }}>
      {/* Scanners need dark on light, in the dark scheme too. */}
      <Box sx={{ p: 1, bgcolor: '#fff', borderRadius: 1, border: '1px solid', borderColor: 'divider', lineHeight: 0 }}>
        <QRCodeSVG value={to} size={168} marginSize={2} title="QR code that opens the app" role="img" />
      </Box>
      <Link href={to} target="_blank" rel="noopener noreferrer" variant="body2">
        Or open the app here
      </Link>
    </Stack>
  );
}
