import { Navigate, Route, Routes } from 'react-router';
import { AccountPage } from './account/AccountPage.tsx';
import { MisplacedPage } from './account/MisplacedPage.tsx';
import { ActivationPage } from './activation/ActivationPage.tsx';
import { DevicesPage } from './devices/DevicesPage.tsx';
import { NotMePage } from './not-me/NotMePage.tsx';
import { MissingPage } from './page/MissingPage.tsx';
import { ProfilePage } from './profile/ProfilePage.tsx';
import { RecoveriesPage } from './recoveries/RecoveriesPage.tsx';
import { RecoveryPage } from './recoveries/RecoveryPage.tsx';
import { SignedIn } from './shell/SignedIn.tsx';
import { ForgotPasswordPage } from './sign-in/ForgotPasswordPage.tsx';
import { NewPasswordPage } from './sign-in/NewPasswordPage.tsx';
import { SignInPage } from './sign-in/SignInPage.tsx';
import { StrongAuthenticationPage } from './tokens/StrongAuthenticationPage.tsx';

export function App() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/forgot-password" element={<ForgotPasswordPage />} />
      <Route path="/reset-password" element={<NewPasswordPage title="Choose a new password" />} />
      <Route path="/welcome" element={<NewPasswordPage title="Welcome: set your password" />} />
      <Route path="/activation" element={<ActivationPage />} />
      <Route path="/not-me" element={<NotMePage />} />
      <Route element={<SignedIn />}>
        <Route path="/" element={<Navigate to="/strong-authentication" replace />} />
        <Route path="/account" element={<AccountPage />} />
        <Route path="/account/misplaced" element={<MisplacedPage />} />
        <Route path="/profile" element={<ProfilePage />} />
        <Route path="/strong-authentication" element={<StrongAuthenticationPage />} />
        <Route path="/devices" element={<DevicesPage />} />
        <Route path="/recoveries" element={<RecoveriesPage />} />
        <Route path="/recoveries/:id" element={<RecoveryPage />} />
        <Route path="*" element={<MissingPage />} />
      </Route>
    </Routes>
  );
}
