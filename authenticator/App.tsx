import { Suspense, use } from 'react';
import { HashRouter } from 'react-router';
import { Device } from '../device-sdk/device.ts';
import { indexedDbStore } from '../device-sdk/indexed-db-store.ts';
import { NewVersion } from './components/NewVersion.tsx';
import { InstallationProvider } from './installation/InstallationProvider.tsx';
import { Gate } from './screens/Gate.tsx';
import { UnusableBrowserScreen } from './screens/UnusableBrowserScreen.tsx';

// Same origin for now; the store keeps the address, so that an installation stays with the server it signed in to.
const device = new Device({ store: indexedDbStore('latchkey'), server: location.origin });
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
