import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useCanAccess } from 'react-admin';
import { NotShown } from '../display/NotShown.tsx';
import { PolicyStanding } from '../display/PolicyStanding.tsx';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { SettingPanels } from '../display/SettingPanels.tsx';
import { LiveMark } from '../layout/LiveMark.tsx';
import { PageHead } from '../layout/PageHead.tsx';
import { RestorationForm } from './RestorationForm.tsx';
import { parts, settingsOf } from './settings.ts';
import { usePolicy } from './use-policy.ts';

/** What the administrator has decided about restoring identities: everybody reads it, the administrator changes it. */
export function RestorationPage() {
  const { data: policy, error } = usePolicy();
  const { canAccess: mayChange } = useCanAccess({ resource: 'restoration', action: 'change' });
  if (policy === undefined)
    return error ? <NotShown title="Restoration" error={error} /> : <Skeleton variant="rounded" height={420} />;
  return (
    <Box sx={{ maxWidth: 860 }}>
      <PageHead title="Restoration" about={<PolicyStanding policy={policy} />}>
        <LiveMark error={error} everySeconds={15} />
      </PageHead>
      {error && <ProblemAlert error={error} severity="warning" />}
      {mayChange === true ? (
        <RestorationForm policy={policy} />
      ) : (
        <>
          <SettingPanels parts={parts} settings={settingsOf(policy)} />
          <Box sx={{ color: 'text.secondary', mt: 1.5 }}>Administrators change this.</Box>
        </>
      )}
    </Box>
  );
}
