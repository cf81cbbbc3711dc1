import { isRestoring } from '../../../domain/restoration.ts';
import type { RecoveryKind } from '../../../domain/words.ts';
import { listed } from './moments.ts';

/** What a recovery was for. An identity signs in everywhere, so that there is no service to name. */
export function servicesRow(
  { kind, services }: { kind: RecoveryKind; services: string[] },
  locale: string,
): readonly [name: string, value: string] {
  return [services.length > 1 ? 'Services' : 'Service', isRestoring(kind) ? '' : listed(services, locale)];
}
