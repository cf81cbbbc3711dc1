import Typography from '@mui/material/Typography';
import { Navigate, useNavigate } from 'react-router';
import { BackBar } from '../components/BackBar.tsx';
import { ChoosePasscodeForm } from '../components/ChoosePasscodeForm.tsx';
import { Page } from '../components/Page.tsx';
import { useInstallation } from '../installation/installation.ts';

export function CreateIdentityScreen() {
  const { state, act, announce } = useInstallation();
  const navigate = useNavigate();
  if (state.identity !== null) return <Navigate to="/" replace />;
  const create = async (passcode: string) => {
    const identity = await act((device) => device.identity.create(passcode));
    announce(`Your ID ${identity.name} is ready to use.`);
    await navigate('/', { replace: true });
  };
  return (
    <Page bar={<BackBar title="Create ID" to="/" />}>
      <Typography color="textSecondary">
        Your ID will be {state.account?.userName}. Choose a passcode: you type it whenever you approve a sign-in.
      </Typography>
      <ChoosePasscodeForm label="Create ID" onChosen={create} />
    </Page>
  );
}
