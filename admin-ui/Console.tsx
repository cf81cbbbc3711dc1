import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router';
import { accounts } from './accounts/index.ts';
import { approvals } from './approvals/index.ts';
import { attention } from './attention/index.ts';
import { audit } from './audit/index.ts';
import { dataProvider } from './connection/data-provider.ts';
import { queryClient } from './connection/query-client.ts';
import { ConsoleLayout } from './layout/ConsoleLayout.tsx';
import { consoleStore } from './layout/console-store.ts';
import { NotAllowedPage } from './layout/NotAllowedPage.tsx';
import { NotFoundPage } from './layout/NotFoundPage.tsx';
import { darkTheme, lightTheme } from './layout/theme.ts';
import { recoveries } from './recoveries/index.ts';
import { RecreationPage } from './recreation/RecreationPage.tsx';
import { RestorationPage } from './restoration/RestorationPage.tsx';
import { SecurityPage } from './security/SecurityPage.tsx';
import { services } from './services/index.ts';
import { authProvider } from './sign-in/auth-provider.ts';
import { SignInPage } from './sign-in/SignInPage.tsx';
import { staff } from './staff/index.ts';
import { support } from './support/index.ts';
import { TransferPage } from './transfer/TransferPage.tsx';

/** The console. The first resource is the page that people land on. */
export function Console() {
  return (
    <Admin
      title="Latchkey"
      authProvider={authProvider}
      dataProvider={dataProvider}
      queryClient={queryClient}
      store={consoleStore}
      layout={ConsoleLayout}
      loginPage={SignInPage}
      catchAll={NotFoundPage}
      accessDenied={NotAllowedPage}
      theme={lightTheme}
      darkTheme={darkTheme}
      requireAuth
      disableTelemetry
    >
      <Resource {...recoveries} />
      <Resource {...attention} />
      <Resource {...support} />
      <Resource {...approvals} />
      <Resource {...accounts} />
      <Resource {...services} />
      <Resource {...staff} />
      <Resource {...audit} />
      <CustomRoutes>
        <Route path="/restoration" element={<RestorationPage />} />
        <Route path="/transfer" element={<TransferPage />} />
        <Route path="/recreation" element={<RecreationPage />} />
        <Route path="/security" element={<SecurityPage />} />
      </CustomRoutes>
    </Admin>
  );
}
