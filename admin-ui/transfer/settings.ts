import type { z } from 'zod';
import { ChangeTransferPolicy, type TransferPolicy } from '../../contracts/transfer.ts';
import type { Difference } from '../display/settings.ts';

export type Settings = Omit<z.output<typeof ChangeTransferPolicy>, 'reason'>;
export type SettingName = keyof Settings;
type Address = NonNullable<Settings['publicAddress']>;

/** As they stand in the fields, sound or not. */
export type Draft = Omit<Settings, 'publicAddress'> & { publicAddress: { host: string; port: string } };

/** What each is called, and what it means, in the words of whoever has to decide it. */
export const settings: Record<SettingName, { title: string; about: string }> = {
  isOn: {
    title: 'Tokens can be transferred',
    about:
      'People move their tokens to a new device by themselves, in the app of the old one: Info, Transfer tokens. Off: the menu item says so.',
  },
  isStrict: {
    title: 'Strict: no code in the message',
    about:
      'The message has a link to a page of the portal, which shows the QR code only to who presses a button. Off: QR code and typed code stand in the message itself.',
  },
  servicesOff: {
    title: 'Services that are left out',
    about: 'Tokens of these services stay where they are; all others can be transferred.',
  },
  provisioning: {
    title: 'Provisioning mode',
    about: 'Online: the new device fetches its seeds from the mobile API. A transfer needs that.',
  },
  isMobileApiOn: {
    title: 'Mobile API on its listener',
    about:
      'Whether the mobile API takes activations. Off: those that were mailed already wait, and are refused meanwhile.',
  },
  publicAddress: {
    title: 'Public address of the mobile API',
    about:
      'FQDN or IP address and port, as phones reach it from outside: behind a port forwarding, the outer ones. It is asked whether it answers before it is saved. Empty: none.',
  },
};

export const parts: { title: string; names: SettingName[] }[] = [
  { title: 'Transferring tokens', names: ['isOn', 'isStrict', 'servicesOff'] },
  { title: 'What it needs', names: ['provisioning', 'isMobileApiOn', 'publicAddress'] },
];

export const names: SettingName[] = parts.flatMap((part) => part.names);

export const provisioningWords: Record<Settings['provisioning'], string> = { online: 'Online', offline: 'Offline' };

export function settingsOf(policy: TransferPolicy): Settings {
  const { version: _version, changedAt: _at, changedBy: _by, missing: _missing, ...rest } = policy;
  return rest;
}

const defaultPort = '443';

export function draftOf(known: Settings): Draft {
  const { host = '', port } = known.publicAddress ?? {};
  return { ...known, publicAddress: { host, port: port === undefined ? defaultPort : String(port) } };
}

const address = ChangeTransferPolicy.shape.publicAddress;

/** What the fields mean, or `undefined` while the address in them can be none. */
export function settingsFrom({ publicAddress: { host, port }, ...rest }: Draft): Settings | undefined {
  if (host.trim() === '') return { ...rest, publicAddress: null };
  const meant = address.safeParse({ host: host.trim(), port: /^\d+$/.test(port.trim()) ? Number(port) : NaN });
  return meant.success ? { ...rest, publicAddress: meant.data } : undefined;
}

export function isSame(one: Settings | Draft, other: Settings | Draft, name: SettingName): boolean {
  return JSON.stringify(one[name]) === JSON.stringify(other[name]);
}

/** How a setting stands. @param serviceName of an id */
export function wordsOf(known: Settings, name: SettingName, serviceName: (id: string) => string): string {
  switch (name) {
    case 'provisioning':
      return provisioningWords[known.provisioning];
    case 'servicesOff':
      return known.servicesOff.length === 0 ? 'None' : known.servicesOff.map(serviceName).join(', ');
    case 'publicAddress':
      return known.publicAddress === null ? 'None' : spelled(known.publicAddress);
    default:
      return known[name] ? 'On' : 'Off';
  }
}

/** @param serviceName of an id */
export function differences(before: Settings, after: Settings, serviceName: (id: string) => string): Difference[] {
  return names
    .filter((name) => !isSame(before, after, name))
    .map((name) => ({
      title: settings[name].title,
      before: wordsOf(before, name, serviceName),
      after: wordsOf(after, name, serviceName),
    }));
}

function spelled({ host, port }: Address): string {
  return `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}
