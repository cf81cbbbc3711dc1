/** What the administrator decides about transferring tokens (guide 002). Takes effect at once. */
export interface TransferPolicy {
  isOn: boolean;
  /** Ids of services whose tokens are not to be transferred. */
  servicesOff: string[];
  /** Transfers need `online`: the new device fetches its seeds from the mobile API. */
  provisioning: 'online' | 'offline';
  /** Public FQDN or IP address and port of the mobile API: what activation codes lead to. */
  publicAddress: { host: string; port: number } | null;
  isMobileApiOn: boolean;
  /** The message has a link to a page with the QR code, not the code itself. */
  isStrict: boolean;
}

export const defaultTransfer: TransferPolicy = {
  isOn: false,
  servicesOff: [],
  provisioning: 'online',
  publicAddress: null,
  isMobileApiOn: true,
  isStrict: false,
};

export const transferGaps = [
  'transfer-off',
  'transfer-offline',
  'mobile-api-off',
  'no-public-address',
  'service-not-transferable',
] as const;
/** What is missing for a transfer, each by its name. */
export type TransferGap = (typeof transferGaps)[number];

/** @param services ids of the services whose tokens are to be transferred */
export function whatIsMissing(policy: TransferPolicy, services: string[]): TransferGap[] {
  return [
    ...(policy.isOn ? [] : (['transfer-off'] as const)),
    ...(policy.provisioning === 'online' ? [] : (['transfer-offline'] as const)),
    ...(policy.isMobileApiOn ? [] : (['mobile-api-off'] as const)),
    ...(policy.publicAddress === null ? (['no-public-address'] as const) : []),
    ...(services.some((service) => policy.servicesOff.includes(service))
      ? (['service-not-transferable'] as const)
      : []),
  ];
}

/** The address that activation codes lead to. @param authenticatorUrl tells only whether it is served over TLS */
export function publicBase({ host, port }: { host: string; port: number }, authenticatorUrl: string): string {
  const { protocol } = new URL(authenticatorUrl);
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return new URL(`${protocol}//${bracketed}:${String(port)}`).origin;
}
