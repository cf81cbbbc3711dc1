import { Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useProtection } from './use-protection.ts';

/** Best set before they are needed; never in the way. */
export function QuestionsHint() {
  const { data } = useProtection();
  if (data === undefined || data.tokens.length === 0 || data.questions.set.length > 0) return null;
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      Should you ever misplace a token, security questions help you to make it anew.{' '}
      <Link component={RouterLink} to="/account">
        Set your security questions
      </Link>
    </Typography>
  );
}
