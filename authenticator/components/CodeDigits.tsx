import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Typography from '@mui/material/Typography';
import { figures } from '../appearance/theme.ts';

/** A code in two halves, as it is read out; `undefined` shows that there will be one. */
export function CodeDigits({ otp, isFaint = false }: { otp: string | undefined; isFaint?: boolean }) {
  const mayCopy = otp !== undefined && !isFaint;
  return (
    <Typography
      component="span"
      data-testid="code"
      data-otp={otp}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        ...figures,
        fontSize: 'clamp(2.1rem, 11vw, 2.9rem)',
        letterSpacing: '0.02em',
        lineHeight: 1.25,
        whiteSpace: 'nowrap',
        color: mayCopy ? 'primary.main' : 'text.disabled',
      }}
    >
      {otp === undefined ? '••• •••' : `${otp.slice(0, otp.length / 2)} ${otp.slice(otp.length / 2)}`}
      {mayCopy && <ContentCopyOutlined aria-hidden sx={{ fontSize: 18, color: 'text.disabled' }} />}
    </Typography>
  );
}
