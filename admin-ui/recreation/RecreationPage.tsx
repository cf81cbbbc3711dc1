import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useCanAccess } from 'react-admin';
import { NotShown } from '../display/NotShown.tsx';
import { PolicyStanding } from '../display/PolicyStanding.tsx';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { SettingPanels } from '../display/SettingPanels.tsx';
import { SettingsForm } from '../display/SettingsForm.tsx';
import { LiveMark } from '../layout/LiveMark.tsx';
import { PageHead } from '../layout/PageHead.tsx';
import { ChangeRecreationDialog } from './ChangeRecreationDialog.tsx';
import { parts, settingsOf } from './settings.ts';
import { useRecreationPolicy } from './use-recreation-policy.ts';
import { questionsAlone, restsOnQuestions } from './warnings.ts';

/** What the administrator has decided about making tokens anew: everybody reads it, the administrator changes it. */
export function RecreationPage() {
  const { data: policy, error } = useRecreationPolicy();
  const { canAccess: mayChange } = useCanAccess({ resource: 'recreation', action: 'change' });
  if (policy === undefined)
    return error ? <NotShown title="Recreation" error={error} /> : <Skeleton variant="rounded" height={420} />;
  const settings = settingsOf(policy);
  return (
    <Box sx={{ maxWidth: 860 }}>
      <PageHead title="Recreation" about={<PolicyStanding policy={policy} />}>
        <LiveMark error={error} everySeconds={15} />
      </PageHead>
      {error && <ProblemAlert error={error} severity="warning" />}
      {restsOnQuestions(settings) && (
        <Alert severity="warning" sx={{ mb: 2 }} data-testid="questions-alone">
          <AlertTitle>{questionsAlone.title}</AlertTitle>
          {questionsAlone.why}
        </Alert>
      )}
      {mayChange === true ? (
        <SettingsForm
          parts={parts}
          before={settings}
          told={`Version ${String(policy.version)} is in effect, for recreations that begin from now on.`}
          dialog={(asked) => <ChangeRecreationDialog {...asked} />}
        />
      ) : (
        <>
          <SettingPanels parts={parts} settings={settings} />
          <Box sx={{ color: 'text.secondary', mt: 1.5 }}>Administrators change this.</Box>
        </>
      )}
    </Box>
  );
}
