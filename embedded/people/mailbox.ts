import { setTimeout as wait } from 'node:timers/promises';

export interface Message {
  id: string;
  to: string;
  template: string;
  at: string;
  state: string;
  subject: string;
  text: string;
  html: string;
}

/** Everybody's mailbox: reads the outbox where its owner would read the mail. */
export class Mailbox {
  constructor(private readonly outboxUrl: string) {}

  /** Messages to an address, newest first. */
  async messages(to: string): Promise<Message[]> {
    const response = await fetch(`${this.outboxUrl}/messages.json?to=${encodeURIComponent(to)}`);
    if (!response.ok) throw new Error(`the outbox answered ${String(response.status)}`);
    return (await response.json()) as Message[];
  }

  /** The newest message of a kind, as soon as it has come. @param after ignores messages up to this id */
  async newest(to: string, template: string, after?: string): Promise<Message> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const message = (await this.messages(to)).find((candidate) => candidate.template === template);
      if (message !== undefined && message.id !== after) return message;
      await wait(100);
    }
    throw new Error(`no ${template} for ${to} within ten seconds`);
  }

  /** The newest message of a kind about a recovery, as soon as it has come. */
  async about(to: string, template: string, recoveryId: string): Promise<Message> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const isIts = (message: Message) => message.template === template && message.id.startsWith(`${recoveryId}/`);
      const message = (await this.messages(to)).find(isIts);
      if (message !== undefined) return message;
      await wait(100);
    }
    throw new Error(`no ${template} for ${recoveryId} within ten seconds`);
  }

  /** The newest code that was mailed for a recovery. */
  async codeFor(to: string, recoveryId: string): Promise<string> {
    return codeIn(await this.about(to, 'mail-code', recoveryId));
  }

  /** The code in the newest code mail. */
  async code(to: string, after?: string): Promise<string> {
    return codeIn(await this.newest(to, 'mail-code', after));
  }
}

export function codeIn(message: Pick<Message, 'text'>): string {
  const code = /\(to copy: (\d{6,8})\)/.exec(message.text)?.[1];
  if (code === undefined) throw new Error('the message has no code');
  return code;
}

/** The part behind # of the first link to a page in a message. */
export function secretIn(message: Pick<Message, 'text'>, page: string): string {
  const secret = new RegExp(`${page}#(?:token=)?([A-Za-z0-9_.-]+)`).exec(message.text)?.[1];
  if (secret === undefined) throw new Error(`the message has no link to ${page}`);
  return secret;
}
