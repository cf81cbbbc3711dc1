import type { Settings } from '../contracts/settings.ts';

/** How api and worker reach Temporal: a server of one's own, or Temporal Cloud with TLS and an API key. */
export function connectionOptions(settings: Pick<Settings, 'TEMPORAL_ADDRESS' | 'TEMPORAL_TLS' | 'TEMPORAL_API_KEY'>) {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_TLS: tls, TEMPORAL_API_KEY: apiKey } = settings;
  return {
    address,
    ...(tls || apiKey !== undefined ? { tls: true } : {}),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}
