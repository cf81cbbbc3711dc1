import { useEffect, useState } from 'react';
import { guessModel } from './guess-model.ts';
import { useInstallation } from './installation.ts';

/** What this device is called: as the server knows it, or a first guess to be corrected by hand. */
export function useModel(): [string, (model: string) => void] {
  const known = useInstallation().state.account?.device.model;
  const [model, setModel] = useState(known ?? '');
  useEffect(() => {
    if (known !== undefined) return;
    void guessModel().then((guess) => setModel((typed) => (typed === '' ? guess : typed)));
  }, [known]);
  return [model, setModel];
}

/** What a device is called whose owner gave it no name. */
export function modelOr(model: string): string {
  return model.trim() === '' ? 'New device' : model.trim();
}
