import { Suspense, use } from 'react';
import { HashRouter } from 'react-router';
import { Device } from '../device-sdk/device.ts';
import { indexedDbStore } from '../device-sdk/indexed-db-store.ts';
import { NewVersion } from './components/NewVersion.tsx';
import { homeServer } from './installation/home-server.ts';
import { InstallationProvider } from './installation/InstallationProvider.tsx';
import { Gate } from './screens/Gate.tsx';
import { UnusableBrowserScreen } from './screens/UnusableBrowserScreen.tsx';

// The store keeps the address, so that an installation stays with the server it belongs to.
const device = new Device({ store: indexedDbStore('latchkey'), server: homeServer });
// Browsers offer keys only to pages that came over HTTPS or from this machine.
const remembered = isSecureContext ? device.state().catch(() => undefined) : Promise.resolve(undefined);

export function App() {
  return (
    <Suspense fallback={null}>
      <Remembered />
      <NewVersion />
    </Suspense>
  );
}

function Remembered() {
  const initial = use(remembered);
  if (initial === undefined) return <UnusableBrowserScreen />;
  return (
    <HashRouter>
      <InstallationProvider device={device} initial={initial}>
        <Gate />
      </InstallationProvider>
    </HashRouter>
  );
}
