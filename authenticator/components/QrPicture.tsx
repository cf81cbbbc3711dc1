import Box from '@mui/material/Box';
import { QRCodeSVG } from 'qrcode.react';

/** Dark on light also where the app is dark: some cameras read nothing else. */
export function QrPicture({ text }: { text: string }) {
  return (
    <Box
      data-testid="pairing-qr"
      data-qr={text}
      sx={{
        bgcolor: '#ffffff',
        borderRadius: '16px',
        border: '1px solid var(--mui-palette-divider)',
        p: 2,
        alignSelf: 'center',
        width: 'min(100%, 320px)',
        '& svg': { display: 'block', width: '100%', height: 'auto' },
      }}
    >
      <QRCodeSVG
        value={text}
        size={288}
        level="M"
        bgColor="#ffffff"
        fgColor="#0a2322"
        title="QR code of this pairing"
      />
    </Box>
  );
}
