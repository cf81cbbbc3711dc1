import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface TakenRequest {
  at: number;
  key: string | undefined;
  authorization: string | undefined;
  body: string;
}

/** What the next request meets. `late` takes the message and answers too late for the client. */
type Mood =
  | { kind: 'takes' }
  | { kind: 'late'; ms: number }
  | { kind: 'drops' }
  | { kind: 'answers'; status: number; body: unknown; headers?: Record<string, string> };

/** The sending half of Resend on loopback, with its rule: one key, one body, one message. */
export class FakeResend {
  readonly requests: TakenRequest[] = [];
  /** What a mailbox would have got, by key. */
  readonly delivered = new Map<string, { id: string; body: string }>();
  readonly moods: Mood[] = [];
  readonly #server = createServer((request, response) => void this.#take(request, response));

  async start(): Promise<string> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const key = request.headers['idempotency-key']?.toString();
    this.requests.push({ at: performance.now(), key, authorization: request.headers.authorization, body });
    const mood = this.moods.shift() ?? { kind: 'takes' };
    if (mood.kind === 'drops') return void request.socket.destroy();
    if (mood.kind === 'answers') {
      answer(response, mood.status, mood.body, mood.headers);
      return;
    }
    const taken = this.#deliver(key ?? '', body);
    if (mood.kind === 'late') await new Promise((late) => setTimeout(late, mood.ms));
    answer(response, taken.status, taken.body);
  }

  #deliver(key: string, body: string): { status: number; body: unknown } {
    const known = this.delivered.get(key);
    if (known && known.body !== body) {
      const message = 'Same idempotency key used with a different request payload';
      return { status: 409, body: { statusCode: 409, name: 'invalid_idempotent_request', message } };
    }
    const id = known?.id ?? `re-${String(this.delivered.size + 1)}`;
    this.delivered.set(key, { id, body });
    return { status: 200, body: { id } };
  }
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
