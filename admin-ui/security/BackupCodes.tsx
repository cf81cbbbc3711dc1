import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Code } from '../display/Code.tsx';
import { CopyButton } from '../display/CopyButton.tsx';

export function BackupCodes({ codes }: { codes: string[] }) {
  return (
    <Box>
      <Typography variant="h2">Backup codes</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        Each signs you in once when your authenticator is not at hand. They are shown only now.
      </Typography>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          p: 0,
          m: 0,
          mb: 1.5,
          display: 'grid',
          gridTemplateColumns: 'repeat(2, auto)',
          gap: 0.5,
        }}
      >
        {codes.map((code) => (
          <li key={code}>
            <Code>{code}</Code>
          </li>
        ))}
      </Box>
      <CopyButton text={codes.join('\n')} label="Copy codes" />
    </Box>
  );
}
