import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { demoServiceApp } from './app.ts';
import { SignIns, type Latchkey } from './sign-ins.ts';

export interface DemoService {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the page "Demo VPN", on this machine alone, for people who try Latchkey.
 * @param options.port 0 leaves the choice to the operating system
 */
export function demoService({ port, ...latchkey }: Latchkey & { port: number }): Promise<DemoService> {
  const { fetch } = demoServiceApp(new SignIns(latchkey));
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, ({ port: chosen }: AddressInfo) => {
      resolve({
        url: `http://localhost:${String(chosen)}`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => {
              stopped();
            });
          }),
      });
    });
    server.once('error', reject);
  });
}
