import Box from '@mui/material/Box';
import { QRCodeSVG } from 'qrcode.react';
import { Code } from '../display/Code.tsx';

export function FactorQr({ uri }: { uri: string }) {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <Box sx={{ maxWidth: 220 }}>
      {/* White in both themes: a scanner needs the quiet zone. */}
      <Box sx={{ bgcolor: '#fff', p: 1.5, borderRadius: 1, border: 1, borderColor: 'divider', lineHeight: 0 }}>
        <QRCodeSVG value={uri} size={192} title="Key for your authenticator" />
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.75rem', mt: 1 }}>
        Or type the key: <Code breaks>{secret}</Code>
      </Box>
    </Box>
  );
}
