import { describe, expect, it } from 'vitest';
import { defaultTransfer } from '../../domain/transfer.ts';
import { differences, draftOf, isSame, names, settingsFrom, settingsOf, wordsOf, type Settings } from './settings.ts';

const known: Settings = { ...defaultTransfer, publicAddress: { host: 'app.example.org', port: 8443 } };
const withAddress = (host: string, port: string) => settingsFrom({ ...draftOf(known), publicAddress: { host, port } });

describe('the settings of transfers', () => {
  it('come out of their fields as they went in', () => {
    expect(settingsFrom(draftOf(known))).toEqual(known);
    expect(settingsFrom(draftOf(defaultTransfer))).toEqual(defaultTransfer);
  });

  it('are every setting that the API takes, and nothing that it only tells', () => {
    const told = { version: 3, changedAt: null, changedBy: null, missing: [] };
    expect(settingsOf({ ...known, ...told })).toEqual(known);
    expect(names.toSorted()).toEqual(Object.keys(known).toSorted());
  });

  it.each([
    ['app.example.org', '443', { host: 'app.example.org', port: 443 }],
    [' 192.0.2.7 ', ' 8082 ', { host: '192.0.2.7', port: 8082 }],
    ['2001:db8::7', '443', { host: '2001:db8::7', port: 443 }],
    ['', '443', null],
  ])('understand %j and port %j', (host, port, address) => {
    expect(withAddress(host, port)?.publicAddress).toEqual(address);
  });

  it.each([
    ['https://app.example.org', '443'],
    ['app.example.org/path', '443'],
    ['app.example.org', ''],
    ['app.example.org', '0'],
    ['app.example.org', '65536'],
    ['app.example.org', '1e3'],
  ])('take %j and port %j for no address', (host, port) => {
    expect(withAddress(host, port)).toBeUndefined();
  });

  it('are told in words, services by their names', () => {
    const nameOf = (id: string) => (id === 'svc_1' ? 'VPN' : id);
    expect(names.map((name) => wordsOf(known, name, nameOf))).toEqual([
      'Off',
      'Off',
      'None',
      'Online',
      'On',
      'app.example.org:8443',
    ]);
    expect(wordsOf({ ...known, servicesOff: ['svc_1', 'svc_2'] }, 'servicesOff', nameOf)).toBe('VPN, svc_2');
    const v6 = { ...known, publicAddress: { host: '2001:db8::7', port: 443 } };
    expect(wordsOf(v6, 'publicAddress', nameOf)).toBe('[2001:db8::7]:443');
  });

  it('are the same only if all that they say is', () => {
    expect(isSame(known, { ...known, servicesOff: ['svc_1'] }, 'servicesOff')).toBe(false);
    expect(isSame(known, structuredClone(known), 'publicAddress')).toBe(true);
  });

  it('differ in what was changed, and in nothing else', () => {
    expect(differences(known, { ...known, isOn: true, servicesOff: ['svc_1'] }, () => 'VPN')).toEqual([
      { title: 'Tokens can be transferred', before: 'Off', after: 'On' },
      { title: 'Services that are left out', before: 'None', after: 'VPN' },
    ]);
  });
});
