import Typography from '@mui/material/Typography';

/** What an ID without tokens beside it is good for. */
export function SignInHint() {
  return (
    <Typography color="textSecondary" sx={{ textAlign: 'center', mt: 'auto', mb: 'auto', px: 2, pb: 8 }}>
      Sign in somewhere with your ID: the request appears here by itself while the app is open.
    </Typography>
  );
}
