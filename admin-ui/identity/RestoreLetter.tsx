import Box from '@mui/material/Box';
import type { AccountDetail } from '../../contracts/accounts.ts';
import { guides } from '../../domain/guides.ts';
import { dateOf } from '../display/relative.ts';
import { KeyMark } from '../layout/Brand.tsx';
import { monospace, teal } from '../layout/theme.ts';

interface RestoreLetterProps {
  /** In ms. */
  at: number;
  account: Pick<AccountDetail, 'name' | 'userName'>;
  code: string;
}

/** For post, or to be handed over: black on white in both themes. */
export function RestoreLetter({ at, account: { name, userName }, code }: RestoreLetterProps) {
  return (
    <Box
      sx={{
        color: '#111',
        fontSize: '0.9375rem',
        lineHeight: 1.55,
        '& p, & ol': { m: 0, mb: 1.5 },
        '& h1': { fontSize: '1.25rem', m: 0, mb: 1.5 },
        '& h2': { fontSize: '0.9375rem', m: 0, mb: 0.5 },
      }}
    >
      <LetterHead at={at} name={name} />
      <h1>Your restore code</h1>
      <p>Dear {name},</p>
      <p>
        Here is the restore code of your ID <strong>{userName}</strong>. With it you bring your ID back on a new device
        when the former one is lost, stolen or reset.
      </p>
      <LetterCode code={code} />
      <h2>How to use it</h2>
      <Box component="ol" sx={{ pl: 2.5 }}>
        {guides.restore.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </Box>
      <p>
        Keep this letter in a safe place, apart from your device. Nobody of us will ever ask you for the code. It works
        once; after a restore the app gives you a new one.
      </p>
      <p>If you did not ask for this letter, tell your support at once.</p>
    </Box>
  );
}

function LetterHead({ at, name }: { at: number; name: string }) {
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pb: 1, mb: 3, borderBottom: `2px solid ${teal}` }}>
        <KeyMark size={28} />
        <Box sx={{ fontSize: '1.125rem', fontWeight: 700, flexGrow: 1 }}>Latchkey</Box>
        <span>{dateOf(at)}</span>
      </Box>
      <Box sx={{ mb: 4 }}>
        Personal and confidential
        <br />
        <strong>{name}</strong>
      </Box>
    </>
  );
}

function LetterCode({ code }: { code: string }) {
  return (
    <>
      <Box
        sx={{
          border: '1.5px solid #111',
          borderRadius: 1,
          py: 1.5,
          mb: 0.75,
          textAlign: 'center',
          fontFamily: monospace,
          fontWeight: 700,
          fontSize: { xs: '1.0625rem', sm: '1.5rem' },
          whiteSpace: 'nowrap',
          '@media print': { fontSize: '20pt' },
        }}
        data-testid="restore-code"
      >
        {code}
      </Box>
      <Box sx={{ fontSize: '0.8125rem', mb: 2 }}>
        0 and 1 are numbers: there is no letter I, L, O or U in it. Hyphens need not be typed.
      </Box>
    </>
  );
}
