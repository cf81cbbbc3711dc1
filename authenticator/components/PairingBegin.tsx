import { useState } from 'react';
import type { RestoringKind } from '../../domain/restoration.ts';
import { useInstallation } from '../installation/installation.ts';
import { KindChoice } from './KindChoice.tsx';
import { PasscodeForm } from './PasscodeForm.tsx';

const says = {
  restore: ['Move my ID to the new device', 'This device, and any other that has it, is unpaired.'],
  duplication: ['Use my ID on both devices', 'It stays here, where your organisation allows that.'],
} satisfies Record<RestoringKind, [string, string]>;

export function PairingBegin({ onBegun }: { onBegun: (recovery: string) => void }) {
  const { act } = useInstallation();
  const [kind, setKind] = useState<RestoringKind>('restore');
  const begin = async (passcode: string) => {
    const { recovery } = await act((device) => device.pairing.start(kind, passcode));
    onBegun(recovery.id);
  };
  return (
    <>
      <KindChoice label="What shall the code do?" says={says} value={kind} onChange={setKind} />
      <PasscodeForm label="Show QR code" onPasscode={begin} />
    </>
  );
}
