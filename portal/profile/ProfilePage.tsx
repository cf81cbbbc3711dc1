import { Box, Card, Typography } from '@mui/material';
import { Answer } from '../page/Answer.tsx';
import { Page } from '../page/Page.tsx';
import { useMe } from '../shell/SignedIn.tsx';
import { spellDay } from '../times.ts';

export function ProfilePage() {
  const me = useMe();
  return (
    <Page title="Profile" subtitle="What we know of your account">
      <Answer query={me}>
        {(account) => (
          <Card sx={{ p: { xs: 2.5, sm: 4 } }}>
            <Box component="dl" sx={{ m: 0, display: 'grid', gap: 3, gridTemplateColumns: { sm: '1fr 1fr' } }}>
              <Fact name="User name" value={account.userName} />
              <Fact name="Name" value={account.name} />
              <Fact name="E-mail" value={account.email} />
              <Fact name="Language" value={languageOf(account.locale)} />
              <Fact name="Account since" value={spellDay(account.createdAt)} />
            </Box>
          </Card>
        )}
      </Answer>
      <Typography sx={{ color: 'text.secondary' }}>
        Something is not right? Contact support: for your safety, these entries cannot be changed here.
      </Typography>
    </Page>
  );
}

function languageOf(locale: string): string {
  return `${new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? locale} (${locale})`;
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {value}
      </Typography>
    </div>
  );
}
