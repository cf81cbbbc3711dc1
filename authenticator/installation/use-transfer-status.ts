import { useCallback, useEffect, useState } from 'react';
import type { TransferStatus } from '../../contracts/transfer.ts';
import { useInstallation } from './installation.ts';
import { useDeed } from './use-deed.ts';

/** Whether tokens can be transferred, as the server says now. */
export function useTransferStatus() {
  const { act } = useInstallation();
  const { isBusy, trouble, attempt } = useDeed();
  const [status, setStatus] = useState<TransferStatus>();
  const look = useCallback(
    () => attempt(async () => setStatus(await act((device) => device.transfer.status()))),
    [act, attempt],
  );
  useEffect(() => void look(), [look]);
  return { status, isBusy, trouble, look };
}
