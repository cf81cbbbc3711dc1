import { Button, Card, Link, Stack, Typography } from '@mui/material';
import { useRef, useState, type SyntheticEvent } from 'react';
import { Link as RouterLink } from 'react-router';
import { CodeField } from '../migration/CodeField.tsx';
import { Problem } from '../page/Problem.tsx';
import { TokenChoice, TokenName, type OwnToken } from './TokenChoice.tsx';
import { useSecondFactor } from './use-protection.ts';

/** Guide 003, step 6. */
export function SecondFactor({ tokens }: { tokens: OwnToken[] }) {
  const proving = tokens.filter(({ mayProve }) => mayProve);
  return (
    <Card component="section" aria-label="Second factor" sx={{ p: { xs: 2.5, sm: 4 }, maxWidth: 560 }}>
      <Stack spacing={2.5}>
        <Typography variant="h2">Show that it is you</Typography>
        {proving.length === 0 ? (
          <Typography>This page needs the code of a token, and none of yours gives a valid one at present.</Typography>
        ) : (
          <CodeOfToken tokens={proving} />
        )}
        <Link component={RouterLink} to="/account/misplaced" sx={{ alignSelf: 'flex-start' }}>
          I have misplaced my token
        </Link>
      </Stack>
    </Card>
  );
}

function CodeOfToken({ tokens }: { tokens: OwnToken[] }) {
  const [chosen, setChosen] = useState(tokens[0]?.id ?? '');
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const open = useSecondFactor(() => field.current?.select());
  const [only] = tokens;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const typed = code.trim();
    setMissing(typed === '');
    if (typed === '') field.current?.focus();
    else if (!open.isPending) open.mutate({ token: chosen, code: typed });
  }

  return (
    <Stack component="form" noValidate spacing={2.5} onSubmit={submit}>
      {tokens.length === 1 && only !== undefined ? (
        <Typography>
          Enter the code that your token <TokenName token={only} /> shows now.
        </Typography>
      ) : (
        <>
          <TokenChoice label="Your token" tokens={tokens} chosen={chosen} onChoose={setChosen} />
          <Typography>Enter the code that it shows now.</Typography>
        </>
      )}
      {open.error !== null && <Problem error={open.error} />}
      <CodeField
        ref={field}
        label="Code of the token"
        code={code}
        isMissing={isMissing}
        isWrong={open.error !== null}
        onType={setCode}
      />
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={open.isPending}
        sx={{ alignSelf: { sm: 'start' } }}
      >
        Next
      </Button>
    </Stack>
  );
}
