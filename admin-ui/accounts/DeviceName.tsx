import type { AdminToken } from '../../contracts/accounts.ts';
import { Code } from '../display/Code.tsx';

export function DeviceName({ device }: Pick<AdminToken, 'device'>) {
  if (device === null) return '–';
  return (
    <>
      {device.model} <Code>{device.shortId}</Code>
    </>
  );
}
