import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { AccountDetail } from '../../contracts/accounts.ts';
import { tokenStateLooks } from '../accounts/words.ts';
import { Code } from '../display/Code.tsx';
import { Fact, Facts } from '../display/Facts.tsx';
import { SoftChip } from '../display/SoftChip.tsx';

type Identity = NonNullable<AccountDetail['identity']>;

export function IdentityFacts({ identity: { state, serial, signIns, recovery } }: { identity: Identity }) {
  return (
    <Facts>
      <Fact label="State">
        <SoftChip {...tokenStateLooks[state]} data-testid="identity-state" />
      </Fact>
      <Fact label="Serial">
        <Code>{serial}</Code>
      </Fact>
      <Fact label="Sign-ins">{signIns}</Fact>
      <Fact label="Recovery">
        {recovery === null ? (
          'None open'
        ) : (
          <Link component={RouterLink} to={`/recoveries/${recovery}/show`}>
            Open recovery
          </Link>
        )}
      </Fact>
    </Facts>
  );
}
