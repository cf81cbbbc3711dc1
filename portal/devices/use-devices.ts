import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { IdentityDevice } from '../../contracts/identities.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { known } from '../query-client.ts';
import { ask } from '../server.ts';

/** A device may be paired, or used elsewhere, while its owner looks at the list. */
const lookAgainMs = 10_000;

export function useDevices() {
  return useQuery({
    queryKey: known.devices,
    queryFn: () => ask(portalRoutes.listDevices, {}),
    refetchInterval: lookAgainMs,
  });
}

export interface Unpairing {
  password: string;
  confirmLast: boolean;
}

export function useUnpair(device: IdentityDevice, onUnpaired: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Unpairing) => ask(portalRoutes.unpairDevice, { params: { id: device.id }, body }),
    onSuccess: (left) => {
      client.setQueryData(known.devices, left);
      onUnpaired();
    },
    onError: () => {
      void client.invalidateQueries({ queryKey: known.devices });
    },
    onSettled: () => client.invalidateQueries({ queryKey: known.tokens }),
  });
}
