import { createServer } from 'node:net';

const highestPort = 65_535;

/**
 * @param preferred a TCP port; 0 leaves the choice to the operating system
 * @param taken ports that are promised to somebody else although nobody listens on them yet
 * @returns `preferred` if it is free on loopback, else the next free one above it
 * @throws Error when nothing is free up to 65535
 */
export async function freePort(preferred: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  if (preferred === 0) {
    const chosen = await listenOnce('127.0.0.1', 0);
    return chosen !== undefined && !taken.has(chosen) ? chosen : freePort(0, taken);
  }
  for (let port = preferred; port <= highestPort; port += 1) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port from ${String(preferred)} upwards.`);
}

// Browsers try ::1 for "localhost" first: a stranger that listens there would get our visitors.
async function isFree(port: number): Promise<boolean> {
  return (await listenOnce('127.0.0.1', port)) !== undefined && (await listenOnce('::1', port)) !== undefined;
}

function listenOnce(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const hasNoSuchAddress = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT';
      resolve(hasNoSuchAddress ? port : undefined);
    });
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      probe.close(() => {
        resolve(bound);
      });
    });
  });
}
