import { Alert, Box, Card, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { QuestionsHint } from '../account/QuestionsHint.tsx';
import { useProtection } from '../account/use-protection.ts';
import { Answer } from '../page/Answer.tsx';
import { Page } from '../page/Page.tsx';
import { Endings } from './Endings.tsx';
import { TokenFilters } from './TokenFilters.tsx';
import { TokenRow } from './TokenRow.tsx';
import { useHolds, useTokenFilter, useTokens } from './use-tokens.ts';

export function StrongAuthenticationPage() {
  const [filter, setFilter] = useTokenFilter();
  const [news, setNews] = useState<string>();
  const tokens = useTokens(filter);
  const listed = tokens.data?.tokens ?? [];
  const holds = useHolds(listed);
  // What a token no longer listed went through is told above the list: a moved one may have left the filter.
  const elsewhere = holds.filter((hold) => !listed.some((token) => token.id === hold.token));
  const recreatable = useProtection().data?.tokens.filter(({ mayRecreate }) => mayRecreate) ?? [];
  const choices = tokens.data ?? { devices: [], services: [] };
  return (
    <Page
      title="Strong Authentication"
      subtitle="Manage Strong Authentication services"
      aside={<TokenFilters {...choices} filter={filter} onChoose={setFilter} />}
    >
      <News news={news} onRead={setNews} />
      <Endings recoveries={[...new Set(elsewhere.map((hold) => hold.recovery))]} />
      <Answer query={tokens}>
        {(answer) =>
          answer.tokens.length === 0 ? (
            <Nothing isFiltered={filter.device !== undefined || filter.service !== undefined} />
          ) : (
            <Stack spacing={2}>
              {answer.tokens.map((token) => (
                <TokenRow
                  key={token.id}
                  token={token}
                  mayRecreate={recreatable.some(({ id }) => id === token.id)}
                  recoveries={holds.filter((hold) => hold.token === token.id).map((hold) => hold.recovery)}
                  onChanged={setNews}
                />
              ))}
            </Stack>
          )
        }
      </Answer>
      <QuestionsHint />
    </Page>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  return (
    <Card sx={{ p: 4, textAlign: 'center' }}>
      <Typography>
        {isFiltered
          ? 'No token matches both filters. Choose ALL DEVICES and ALL SERVICES to see every token.'
          : 'You have no tokens yet. When one is made for you, a message tells you what to do.'}
      </Typography>
    </Card>
  );
}

function News({ news, onRead }: { news: string | undefined; onRead: (news: undefined) => void }) {
  return (
    <Box role="status" sx={{ '&:empty': { display: 'none' } }}>
      {news !== undefined && (
        <Alert
          role="none"
          severity="success"
          onClose={() => {
            onRead(undefined);
          }}
        >
          {news}
        </Alert>
      )}
    </Box>
  );
}
