import { useState } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import { BackBar } from '../components/BackBar.tsx';
import { Page } from '../components/Page.tsx';
import { TransferEnded } from '../components/TransferEnded.tsx';
import { TransferSelection } from '../components/TransferSelection.tsx';
import { TransferWaits } from '../components/TransferWaits.tsx';
import { useInstallation } from '../installation/installation.ts';
import { isOpen } from '../../domain/words.ts';

/** Info, *Transfer tokens*, on the old device: select, acknowledge, wait (guide 002). */
export function TransferScreen() {
  const { state, sync } = useInstallation();
  const [ended, setEnded] = useState<Recovery>();
  const under = state.transfer?.recovery ?? null;
  const noted = (recovery: Recovery) => {
    if (isOpen(recovery.state)) return;
    setEnded(recovery);
    void sync();
  };
  return (
    <Page bar={<BackBar title="Transfer tokens" to="/info" />}>
      {ended !== undefined ? (
        <TransferEnded recovery={ended} onAgain={() => setEnded(undefined)} />
      ) : under !== null ? (
        <TransferWaits recoveryId={under} onReached={noted} />
      ) : (
        <TransferSelection />
      )}
    </Page>
  );
}
