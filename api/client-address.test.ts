import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { addressClass, clientAddress, trustedProxies } from './client-address.ts';

async function addressOf(peer: string, forwarded: string | undefined, proxies: string[]): Promise<string> {
  const app = new Hono().get('/', (c) => c.text(clientAddress(c, trustedProxies(proxies))));
  const headers = new Headers(forwarded === undefined ? [] : [['x-forwarded-for', forwarded]]);
  const response = await app.request('/', { headers }, { incoming: { socket: { remoteAddress: peer } } });
  return response.text();
}

describe('L-01 the client address', () => {
  test.each([
    ['the peer, where no proxy is trusted', '198.51.100.9', '192.0.2.1', [], '198.51.100.9'],
    ['the peer, where there is no header', '10.0.0.1', undefined, ['10.0.0.0/8'], '10.0.0.1'],
    ['what the trusted proxy saw', '10.0.0.1', '192.0.2.1', ['10.0.0.0/8'], '192.0.2.1'],
    [
      'the last one no trusted proxy put there',
      '10.0.0.1',
      '203.0.113.5, 192.0.2.1, 10.0.0.2',
      ['10.0.0.0/8'],
      '192.0.2.1',
    ],
    ['the proxy itself, where the header is no address', '10.0.0.1', 'javascript:alert(1)', ['10.0.0.0/8'], '10.0.0.1'],
    ['an IPv4 address, also when mapped into IPv6', '::ffff:10.0.0.1', '::ffff:192.0.2.1', ['10.0.0.1'], '192.0.2.1'],
    ['an IPv6 address behind an IPv6 proxy', '2001:db8::1', '2001:db8:1::7', ['2001:db8::/48'], '2001:db8:1::7'],
  ])('L-01 is %s', async (_, peer, forwarded, proxies, expected) => {
    expect(await addressOf(peer, forwarded, proxies)).toBe(expected);
  });

  test('a proxy that is no address stops the start', () => {
    expect(() => trustedProxies(['proxy.local'])).toThrow('TRUSTED_PROXIES: "proxy.local"');
  });
});

test('L-01 an IPv6 subscriber is limited by the /64, an IPv4 one by the address', () => {
  expect(addressClass('192.0.2.1')).toBe('192.0.2.1');
  expect(addressClass('2001:db8:1:2:aaaa::1')).toBe(addressClass('2001:db8:1:2:bbbb:cccc:dddd:eeee'));
  expect(addressClass('2001:db8:1:2::1')).not.toBe(addressClass('2001:db8:1:3::1'));
  expect(addressClass('2001:db8::1')).toBe(addressClass('2001:db8:0:0:1:2:3:4'));
  expect(addressClass('::1')).toBe('0:0:0:0::/64');
});
