import { WellKnown } from '../contracts/identities.ts';
import { identityRoutes } from '../contracts/routes/identity.ts';

/** A browser does not tell an unreachable server from one with a wrong certificate: both are `unreachable` there. */
export type ServerTrouble = 'not-an-address' | 'unreachable' | 'wrong-certificate' | 'not-latchkey' | 'restoration-off';

export class ServerCheckError extends Error {
  constructor(
    readonly trouble: ServerTrouble,
    options?: ErrorOptions,
  ) {
    super(trouble, options);
  }
}

const answerWithinMs = 10_000;
/** As Node and OpenSSL call what is wrong with a certificate. */
const certificateTrouble = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)/;

/**
 * *Restore identity on other server*: whether there is a Latchkey at a typed address that restores identities.
 * @returns the base URL of its device API
 * @throws ServerCheckError
 */
export async function checkServer(
  typed: string,
  send: typeof fetch = (input, init) => fetch(input, init),
): Promise<string> {
  const address = addressOf(typed);
  if (address === undefined) throw new ServerCheckError('not-an-address');
  const url = new URL(identityRoutes.wellKnown.path, address).href;
  const response = await asked(send, url);
  const told = WellKnown.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !told.success || addressOf(told.data.device) === undefined)
    throw new ServerCheckError('not-latchkey');
  if (!told.data.restoration) throw new ServerCheckError('restoration-off');
  return told.data.device.replace(/\/+$/, '');
}

async function asked(send: typeof fetch, url: string): Promise<Response> {
  const signal = AbortSignal.timeout(answerWithinMs);
  const init = { cache: 'no-store', credentials: 'omit', redirect: 'manual', signal } as const;
  try {
    return await send(url, { ...init, headers: { accept: 'application/json' } });
  } catch (cause) {
    if (certificateTrouble.test(codeOf(cause))) throw new ServerCheckError('wrong-certificate', { cause });
    // Other software does not allow our pages to read its answers. That it answers at all can be told without reading.
    const isThere = await send(url, { ...init, mode: 'no-cors', redirect: 'follow' }).then(
      () => true,
      () => false,
    );
    throw new ServerCheckError(isThere ? 'not-latchkey' : 'unreachable', { cause });
  }
}

/** `https://` unless it says otherwise; without encryption this machine only. */
function addressOf(typed: string): URL | undefined {
  const trimmed = typed.trim();
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || /\s/.test(trimmed) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  const isHere = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isHere);
  return isSafe && url.username === '' && url.password === '' ? url : undefined;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return `${code} ${codeOf(error.cause)}`;
}
