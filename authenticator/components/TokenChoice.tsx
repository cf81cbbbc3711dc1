import Card from '@mui/material/Card';
import Checkbox from '@mui/material/Checkbox';
import Divider from '@mui/material/Divider';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import Typography from '@mui/material/Typography';
import type { TransferStatus } from '../../contracts/transfer.ts';
import type { HeldToken } from '../../device-sdk/state.ts';
import { fixedWidth } from '../appearance/theme.ts';
import { mayTransfer, whyNotTransferable } from '../text/transferable.ts';

interface Props {
  tokens: HeldToken[];
  status: TransferStatus;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

export function TokenChoice({ tokens, status, chosen, onChange }: Props) {
  const possible = tokens.filter((token) => mayTransfer(token, status)).map(({ id }) => id);
  const areAll = possible.length > 0 && possible.every((id) => chosen.includes(id));
  const toggle = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Card component={FormGroup} sx={{ px: 2, py: 1, display: 'block' }} role="group" aria-label="Tokens to transfer">
      {possible.length > 1 && (
        <>
          <FormControlLabel
            label="Select all"
            control={
              <Checkbox
                checked={areAll}
                indeterminate={!areAll && possible.some((id) => chosen.includes(id))}
                onChange={(_, isChosen) => onChange(isChosen ? possible : [])}
              />
            }
          />
          <Divider sx={{ my: 0.5 }} />
        </>
      )}
      {tokens.map((token) => (
        <OneToken
          key={token.id}
          token={token}
          why={whyNotTransferable(token, status)}
          isChosen={chosen.includes(token.id)}
          onChange={(isChosen) => toggle(token.id, isChosen)}
        />
      ))}
    </Card>
  );
}

interface OneProps {
  token: HeldToken;
  why: string | undefined;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

function OneToken({ token, why, isChosen, onChange }: OneProps) {
  return (
    <FormControlLabel
      disabled={why !== undefined}
      data-testid="transferable"
      sx={{ display: 'flex', alignItems: 'flex-start', py: 0.75 }}
      control={
        <Checkbox
          sx={{ mt: -0.75 }}
          checked={isChosen && why === undefined}
          onChange={(_, checked) => onChange(checked)}
        />
      }
      label={
        <>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{token.service.name}</Typography>
          <Typography variant="body2" sx={{ fontFamily: fixedWidth }}>
            {token.serial}
          </Typography>
          {why !== undefined && <Typography variant="body2">{why}</Typography>}
        </>
      }
    />
  );
}
