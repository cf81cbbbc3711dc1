import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import type { z } from 'zod';
import type { AuditVerification } from '../../contracts/audit.ts';
import { Code } from '../display/Code.tsx';
import { asWords, counted } from '../display/words.ts';

export function Verdict({ verification }: { verification: z.infer<typeof AuditVerification> }) {
  const { isIntact, seals, records, unsealed, fault } = verification;
  const checked = `${counted(seals, 'seal')} over ${counted(records, 'record')} checked; ${counted(unsealed, 'record')} not sealed yet.`;
  return (
    <Alert severity={isIntact ? 'success' : 'error'} data-testid="verdict">
      <AlertTitle>{isIntact ? 'The chain is intact' : 'The chain is broken'}</AlertTitle>
      {fault && (
        <>
          First fault: <strong>{asWords(fault.what)}</strong> in seal {fault.seal}
          {fault.record && (
            <>
              , record <Code breaks>{fault.record}</Code>
            </>
          )}
          .{' '}
        </>
      )}
      {checked}
    </Alert>
  );
}
