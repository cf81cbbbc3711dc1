import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Addresses and CIDR ranges of proxies whose X-Forwarded-For is believed (L-01, ASVS 15.3.4). */
export function trustedProxies(entries: readonly string[]): BlockList {
  const trusted = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) throw new Error(`TRUSTED_PROXIES: "${entry}" is not an address or range`);
    if (prefix === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(prefix), family);
  }
  return trusted;
}

/** The caller's address: the peer's, or the last one in X-Forwarded-For that no trusted proxy put there. */
export function clientAddress(c: Context, trusted: BlockList): string {
  let address = plain(getConnInfo(c).remote.address ?? '');
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => plain(part.trim()));
  while (isTrusted(address, trusted)) {
    const next = forwarded.pop();
    if (next === undefined || isIP(next) === 0) break;
    address = next;
  }
  return address;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}

/** What is limited together: an IPv4 address, or the /64 that one IPv6 subscriber has. */
export function addressClass(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const rest = tail.split(':').filter((group) => group !== '');
  const full = [...groups, ...Array.from({ length: Math.max(8 - groups.length - rest.length, 0) }, () => '0'), ...rest];
  return `${full.slice(0, 4).join(':')}::/64`;
}
