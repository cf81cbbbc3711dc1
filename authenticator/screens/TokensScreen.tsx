import Stack from '@mui/material/Stack';
import { DepartedNotice } from '../components/DepartedNotice.tsx';
import { HomeBar } from '../components/HomeBar.tsx';
import { HotpCard } from '../components/HotpCard.tsx';
import { IdentityCard } from '../components/IdentityCard.tsx';
import { NoTokens } from '../components/NoTokens.tsx';
import { OfflineHint } from '../components/OfflineHint.tsx';
import { Page } from '../components/Page.tsx';
import { RestoreNotice } from '../components/RestoreNotice.tsx';
import { SignInHint } from '../components/SignInHint.tsx';
import { SoftTokenCard } from '../components/SoftTokenCard.tsx';
import { TotpCard } from '../components/TotpCard.tsx';
import { WaitingBanner } from '../components/WaitingBanner.tsx';
import { useInstallation } from '../installation/installation.ts';

interface Props {
  onBringBack: () => void;
  onContinueRestore: () => void;
}

/** The ID and the tokens on this device; codes need no network. */
export function TokensScreen({ onBringBack, onContinueRestore }: Props) {
  const { state, waiting, isReachable } = useInstallation();
  const hasTokens = state.tokens.length + state.softTokens.length > 0;
  return (
    <Page bar={<HomeBar onBringBack={onBringBack} />}>
      {!isReachable && <OfflineHint />}
      {state.departed.map((token) => (
        <DepartedNotice key={token.id} token={token} />
      ))}
      {state.restore !== null && <RestoreNotice onContinue={onContinueRestore} />}
      {state.activation !== null && <RestoreNotice of="activation" onContinue={onContinueRestore} />}
      {state.softTokenDraft !== null && <RestoreNotice of="soft-token" onContinue={onContinueRestore} />}
      <IdentityCard />
      {state.heldIdentity?.key != null && !hasTokens && <SignInHint />}
      {waiting.length > 0 && <WaitingBanner waiting={waiting} />}
      {!hasTokens && waiting.length === 0 && state.heldIdentity === null && <NoTokens />}
      <Stack component="ul" aria-label="Tokens" sx={{ listStyle: 'none', m: 0, p: 0, gap: 2 }}>
        {state.tokens.map((token) => (
          <li key={token.id}>{token.type === 'totp' ? <TotpCard token={token} /> : <HotpCard token={token} />}</li>
        ))}
        {state.softTokens.map((token) => (
          <li key={token.id}>
            <SoftTokenCard token={token} />
          </li>
        ))}
      </Stack>
    </Page>
  );
}
