import { pino, type Logger } from 'pino';

/** Fields that never reach a log, wherever they stand (security.md C-08). Bodies are not logged at all. */
const secrets = [
  'code',
  'otp',
  'password',
  'token',
  'seed',
  'digest',
  'authorization',
  'cookie',
  'dpop',
  'email',
  'to',
];

/** One JSON line an event on standard output. */
export function logger(name: string, level: string): Logger {
  const paths = secrets.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]);
  return pino({
    name,
    level,
    redact: { paths, censor: '[redacted]' },
    serializers: { error: pino.stdSerializers.err },
  });
}
