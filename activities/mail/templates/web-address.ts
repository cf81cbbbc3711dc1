/**
 * A link as it may stand in a message.
 * @throws TypeError when it is anything but an http or https address.
 */
export function webAddress(url: string): string {
  const { protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError('a link in a message must be a web address');
  return url;
}
