import { Button, FormControlLabel, Radio, RadioGroup, Stack, Typography } from '@mui/material';
import { useId, useState } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import type { Recreation } from '../../contracts/recreation.ts';
import { recreationReasons, type RecreationReason } from '../../domain/recreation.ts';
import { ConfirmDialog } from '../page/ConfirmDialog.tsx';
import { spellTokens } from '../recoveries/wording.ts';
import { useConfirmation } from './use-recreation.ts';
import { spellWhatYesDoes, wishes } from './wording.ts';

/** Guide 003, steps 10 and 11. */
export function ChooseAction({ recovery, recreation }: { recovery: Recovery; recreation: Recreation }) {
  const [reason, setReason] = useState<RecreationReason>();
  const [isAsking, setAsking] = useState(false);
  const confirmation = useConfirmation(recovery.id);
  const headingId = useId();
  if (!recreation.actions.includes('recreate')) return null;
  return (
    <Stack spacing={2.5}>
      <Typography variant="h2" id={headingId}>
        Self-administration actions
      </Typography>
      {recreation.support?.isAnswered === true && (
        <Typography>Support has made sure that it is you. Go on here.</Typography>
      )}
      <Wishes labelledBy={headingId} chosen={reason} onChoose={setReason} />
      <div>
        <Button
          variant="contained"
          size="large"
          disabled={reason === undefined}
          onClick={() => {
            confirmation.reset();
            setAsking(true);
          }}
        >
          Next
        </Button>
      </div>
      {isAsking && reason !== undefined && (
        <ConfirmDialog
          title="Are you sure?"
          deed="Yes"
          keep="No"
          isPending={confirmation.isPending}
          error={confirmation.error}
          onConfirm={() => {
            confirmation.mutate(reason);
          }}
          onClose={() => {
            setAsking(false);
          }}
        >
          {spellWhatYesDoes(spellTokens(recovery), reason)}
        </ConfirmDialog>
      )}
    </Stack>
  );
}

interface WishesProps {
  labelledBy: string;
  chosen: RecreationReason | undefined;
  onChoose: (reason: RecreationReason | undefined) => void;
}

function Wishes({ labelledBy, chosen, onChoose }: WishesProps) {
  return (
    <RadioGroup
      aria-labelledby={labelledBy}
      value={chosen ?? ''}
      onChange={(_event, value) => {
        onChoose(recreationReasons.find((one) => one === value));
      }}
    >
      {recreationReasons.map((one) => (
        <FormControlLabel
          key={one}
          value={one}
          control={<Radio />}
          label={wishes[one]}
          sx={{ alignItems: 'flex-start', mb: 0.5, '& .MuiFormControlLabel-label': { pt: '9px' } }}
        />
      ))}
    </RadioGroup>
  );
}
