import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { aLetter } from './letters.fixture.ts';
import type { Parcel } from './parcel.ts';
import { render } from './render.tsx';
import { smtpTransport } from './smtp-transport.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const aParcel = async (override: Partial<Parcel> = {}): Promise<Parcel> => ({
  key: 'recovery-1:prove-ownership:1',
  to: 'ana@example.org',
  ...(await render(aLetter('mail-code'))),
  ...override,
});

const transport = (port: number, timeoutMs = 500) =>
  smtpTransport({ url: `smtp://127.0.0.1:${String(port)}`, from: 'Latchkey <no-reply@latchkey.example>', timeoutMs });

/** A real SMTP server that keeps each message as it came. */
async function aSink(options: SMTPServerOptions = {}): Promise<{ port: number; messages: string[] }> {
  const messages: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        messages.push(Buffer.concat(chunks).toString());
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => new Promise<void>((closed) => server.close(closed)));
  return { port: (server.server.address() as AddressInfo).port, messages };
}

/** A server that says what it is told to: for each line it gets, the next answer; a function does worse. */
async function aScriptedServer(greeting: string, answers: Record<string, string | ((socket: Socket) => void)>) {
  const lines: string[] = [];
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (greeting !== '') socket.write(greeting);
    socket.on('data', (data) => {
      for (const line of data
        .toString()
        .split('\r\n')
        .filter((each) => each !== '')) {
        lines.push(line);
        const verb = Object.keys(answers).find((each) => line.startsWith(each));
        const answer = verb === undefined ? undefined : answers[verb];
        if (typeof answer === 'string') socket.write(answer);
        else answer?.(socket);
      }
    });
    closing.push(() => Promise.resolve(socket.destroy()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => new Promise((closed) => server.close(closed)));
  return { port: (server.address() as AddressInfo).port, lines };
}

const untilData = { EHLO: '250 sink\r\n', MAIL: '250 ok\r\n', RCPT: '250 ok\r\n', DATA: '354 go on\r\n' };
const pipelining = '250-sink\r\n250 PIPELINING\r\n';
const refusing = (stage: 'onMailFrom' | 'onRcptTo' | 'onConnect', responseCode: number): SMTPServerOptions => ({
  [stage]: (_subject: unknown, ...rest: unknown[]) => {
    (rest.at(-1) as (error: Error) => void)(Object.assign(new Error('no <ana@example.org>'), { responseCode }));
  },
});

describe('a hand-over by SMTP', () => {
  it('arrives once, in both forms, with one recipient and a Message-ID made of the key', async () => {
    const sink = await aSink();
    const first = await transport(sink.port).handOver(await aParcel());
    const second = await transport(sink.port).handOver(await aParcel());
    expect(first).toMatchObject({
      state: 'accepted',
      providerId: expect.stringMatching(/^<[0-9a-f]{40}@latchkey\.example>$/) as string,
    });
    expect(second).toEqual(first);
    const [raw = ''] = sink.messages;
    expect(raw).toMatch(/^To: ana@example\.org\r$/m);
    expect(raw).toMatch(/^Subject: Your code to move a token\r$/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toContain(`Message-ID: ${first.state === 'accepted' ? first.providerId : ''}`);
    expect(raw).toMatch(/text\/plain[\s\S]*048 213[\s\S]*text\/html/);
  });

  it('M-05 carries hostile names inside the body only', async () => {
    const sink = await aSink();
    const name = 'Ana\r\nBcc: all@example.org\r\n\r\n<script>';
    await transport(sink.port).handOver(await aParcel(await render(aLetter('mail-code', { name }))));
    const [headers = ''] = (sink.messages[0] ?? '').split('\r\n\r\n');
    expect(headers).not.toMatch(/Ana|Bcc|script/);
    expect(sink.messages[0]).not.toMatch(/^Bcc/m);
  });

  it.each([
    ['MAIL FROM', refusing('onMailFrom', 451)],
    ['RCPT TO', refusing('onRcptTo', 450)],
    ['the greeting', refusing('onConnect', 421)],
  ])('refused for the time being at %s is thrown, to be tried again', async (_where, options) => {
    const sink = await aSink(options);
    await expect(transport(sink.port).handOver(await aParcel())).rejects.toThrow(/did not take the message \(4\d\d/);
    expect(sink.messages).toEqual([]);
  });

  it.each([
    ['MAIL FROM', refusing('onMailFrom', 550)],
    ['RCPT TO', refusing('onRcptTo', 550)],
  ])('bounced at %s is final, and the detail quotes nobody', async (where, options) => {
    const sink = await aSink(options);
    const detail = `the mail server answered 550 to ${where}`;
    expect(await transport(sink.port).handOver(await aParcel())).toEqual({ state: 'failed', detail });
  });

  it.each([554, 451])(
    'M-07 refused with %i after the message was sent is final: not tried again',
    async (responseCode) => {
      const sink = await aSink({
        onData: (stream, _session, done) => {
          stream.resume();
          stream.on('end', () => {
            done(Object.assign(new Error('no'), { responseCode }));
          });
        },
      });
      const detail = `the mail server answered ${String(responseCode)} to DATA`;
      expect(await transport(sink.port).handOver(await aParcel())).toEqual({ state: 'failed', detail });
    },
  );

  it.each([
    ['', untilData.EHLO],
    [' in one go', pipelining],
  ])('M-07 whose connection is lost after the message was sent%s is unknown, never thrown', async (_how, EHLO) => {
    const server = await aScriptedServer('220 hello\r\n', { ...untilData, EHLO, '.': (socket) => socket.destroy() });
    expect(await transport(server.port).handOver(await aParcel())).toMatchObject({ state: 'unknown' });
    expect(server.lines.at(-1)).toBe('.');
  });

  it('M-07 whose answer never comes after the message was sent is unknown within the time-out', async () => {
    const server = await aScriptedServer('220 hello\r\n', untilData);
    expect(await transport(server.port).handOver(await aParcel())).toMatchObject({ state: 'unknown' });
  });

  it.each([
    ['at MAIL FROM', { ...untilData, MAIL: (socket: Socket) => socket.destroy() }],
    ['at RCPT TO', { ...untilData, RCPT: (socket: Socket) => socket.destroy() }],
    ['at DATA, before the message', { ...untilData, DATA: (socket: Socket) => socket.destroy() }],
    ['at DATA, sent in one go', { ...untilData, EHLO: pipelining, DATA: (socket: Socket) => socket.destroy() }],
    ['in silence at DATA', { EHLO: untilData.EHLO, MAIL: untilData.MAIL, RCPT: untilData.RCPT }],
  ])('whose connection is lost %s is thrown: nothing was sent', async (_where, answers) => {
    const server = await aScriptedServer('220 hello\r\n', answers);
    await expect(transport(server.port).handOver(await aParcel())).rejects.toThrow('no answer');
  });

  it('does not wait for a server that never greets, nor for one that is not there', async () => {
    const silent = await aScriptedServer('', {});
    await expect(transport(silent.port, 200).handOver(await aParcel())).rejects.toThrow('no answer');
    await expect(transport(1).handOver(await aParcel())).rejects.toThrow('no answer');
  });

  it('ends a conversation that drags on', async () => {
    const drip = (socket: Socket) => {
      const dripping = setInterval(() => socket.write('250-still here\r\n'), 50);
      socket.on('close', () => {
        clearInterval(dripping);
      });
    };
    const server = await aScriptedServer('220 hello\r\n', { EHLO: drip });
    const url = `smtp://127.0.0.1:${String(server.port)}`;
    const slow = smtpTransport({ url, from: 'no-reply@latchkey.example', timeoutMs: 300, longestMs: 600 });
    await expect(slow.handOver(await aParcel())).rejects.toThrow('no answer');
  });

  it.each(['a@example.org,b@example.org', 'a@example.org\r\nRCPT TO:<b@example.org>', 'Ana <a@example.org>'])(
    'E-04 to %j never leaves',
    async (to) => {
      const sink = await aSink();
      expect(await transport(sink.port).handOver(await aParcel({ to }))).toMatchObject({ state: 'failed' });
      expect(sink.messages).toEqual([]);
    },
  );
});
