import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import type { PortalToken } from '../../contracts/tokens.ts';
import { useMigrate } from '../migration/MigrationDesk.tsx';
import { Problem } from '../page/Problem.tsx';
import { ChangeTokenDialog } from './ChangeTokenDialog.tsx';
import { useChangeToken, type Change } from './use-tokens.ts';
import { spellChange } from './wording.ts';

type Action = PortalToken['actions'][number];

const looks = {
  delete: { label: 'DELETE', variant: 'text', color: 'error' },
  disable: { label: 'DISABLE', variant: 'outlined', color: 'primary' },
  enable: { label: 'ENABLE', variant: 'contained', color: 'primary' },
  migrate: { label: 'MIGRATE', variant: 'contained', color: 'primary' },
} as const satisfies Record<Action, object>;

interface TokenButtonsProps {
  token: PortalToken;
  describedBy: string;
  onChanged: (news: string) => void;
}

/** Exactly what the server says may be done now. */
export function TokenButtons({ token, describedBy, onChanged }: TokenButtonsProps) {
  const [chosen, setChosen] = useState<Change>();
  const migrate = useMigrate();
  const change = useChangeToken(token.id, (done) => {
    setChosen(undefined);
    onChanged(spellChange(token, done));
  });
  const close = () => {
    setChosen(undefined);
  };

  function choose(action: Action) {
    if (action === 'migrate') {
      migrate({ token: token.id, service: token.service.name, device: token.device?.model ?? 'your device' }, null);
      return;
    }
    change.reset();
    setChosen(action);
    if (action === 'enable') change.mutate(action);
  }

  return (
    <Stack spacing={1}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {token.actions.map((action) => (
          <Button
            key={action}
            variant={looks[action].variant}
            color={looks[action].color}
            aria-describedby={describedBy}
            loading={change.isPending && change.variables === action}
            onClick={() => {
              choose(action);
            }}
          >
            {looks[action].label}
          </Button>
        ))}
      </Stack>
      {chosen === 'enable' && change.error !== null && <Problem error={change.error} />}
      {(chosen === 'disable' || chosen === 'delete') && (
        <ChangeTokenDialog token={token} deed={chosen} change={change} onClose={close} />
      )}
    </Stack>
  );
}
