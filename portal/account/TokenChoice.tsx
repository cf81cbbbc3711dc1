import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import type { AccountProtection } from '../../contracts/recreation.ts';

export type OwnToken = AccountProtection['tokens'][number];

interface TokenChoiceProps {
  label: string;
  tokens: OwnToken[];
  chosen: string;
  onChoose: (id: string) => void;
  /** What stands in the way of choosing it, if anything. */
  barrierOf?: (token: OwnToken) => ReactNode;
}

export function TokenChoice({ label, tokens, chosen, onChoose, barrierOf = () => undefined }: TokenChoiceProps) {
  const labelId = useId();
  return (
    <FormControl>
      <FormLabel id={labelId}>{label}</FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={chosen}
        onChange={(_event, id) => {
          onChoose(id);
        }}
      >
        {tokens.map((token) => {
          const barrier = barrierOf(token);
          return (
            <div key={token.id}>
              <FormControlLabel
                value={token.id}
                control={<Radio />}
                disabled={barrier !== undefined}
                label={<TokenName token={token} />}
              />
              {barrier !== undefined && (
                <Typography component="div" variant="body2" sx={{ color: 'text.secondary', pl: 4, mb: 1 }}>
                  {barrier}
                </Typography>
              )}
            </div>
          );
        })}
      </RadioGroup>
    </FormControl>
  );
}

export function TokenName({ token }: { token: OwnToken }) {
  return (
    <>
      {token.service.name}{' '}
      <Typography component="span" sx={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontWeight: 700 }}>
        {token.maskedSerial}
      </Typography>
    </>
  );
}
