import type { Letter, MailFacts } from '../contracts/mail.ts';
import { activationCode, activationPageSecret, activationSecret, activationUrl } from '../domain/activation.ts';
import { mailCode } from '../domain/mail-code.ts';
import { notMe, repudiationToken } from '../domain/repudiation.ts';
import type { RecoveryDoc, TimelineItem } from '../store/documents.ts';
import type { ActivityDependencies } from './dependencies.ts';

type Writer = Pick<ActivityDependencies, 'masterKey' | 'policy' | 'portalUrl' | 'authenticatorUrl'>;

/**
 * The letter that a transition owes the account holder, if it owes one. Written from the record alone, so that writing it again
 * gives the same bytes (C-10).
 */
export function letterFor(recovery: RecoveryDoc, seq: number, writer: Writer): Letter | undefined {
  const item = recovery.timeline.find((entry) => entry.seq === seq);
  if (item === undefined) throw new Error(`${recovery._id} has no transition ${String(seq)}`);
  const { locale, name } = recovery.account;
  const common = { name, notMeUrl: `${writer.portalUrl}/not-me#${repudiationToken(writer.masterKey, recovery._id)}` };
  const services = recovery.tokens.map((token) => token.service.name);
  switch (item.what) {
    case 'opened':
      return openedLetter(recovery, item, common, services, writer);
    case 'mail-code-resent':
      return { template: 'mail-code', locale, facts: { ...common, ...codeFacts(recovery, item, writer) } };
    case 'moved':
      return { template: 'completed', locale, facts: { ...common, ...completedFacts(recovery, item, services) } };
    case 'recreated':
      return { template: 'completed', locale, facts: { ...common, ...completedFacts(recovery, item, services) } };
    case 'support-asked':
    case 'caller-approved':
    case 'caller-declined':
    case 'recreation-confirmed':
      return newsLetter(recovery, item, item.what, common, writer);
    case 'extended':
      return {
        template: 'extended',
        locale,
        facts: { ...common, kind: recovery.kind, until: recovery.deadline.getTime(), reason: item.note ?? '' },
      };
    case 'cancelled':
    case 'expired':
    case 'locked':
    case 'failed':
      return {
        template: 'ended',
        locale,
        facts: { ...common, ...endedFacts(recovery, item, item.what, services), portalUrl: writer.portalUrl },
      };
    default:
      return undefined;
  }
}

/** What a recovery begins with: a code, an activation, or the notice that it has begun. */
function openedLetter(
  recovery: RecoveryDoc,
  item: TimelineItem,
  common: { name: string; notMeUrl: string },
  services: string[],
  writer: Writer,
): Letter {
  const { locale } = recovery.account;
  if (recovery.way === 'qr')
    return { template: 'pairing-started', locale, facts: { ...common, ...pairingFacts(recovery, item) } };
  if (recovery.way === 'questions') return newsLetter(recovery, item, 'started', common, writer);
  if (recovery.activation !== undefined)
    return {
      template: 'transfer-activation',
      locale,
      facts: { ...common, ...activationFacts(recovery, item, writer) },
    };
  if (recovery.kind !== 'enrolment')
    return { template: 'mail-code', locale, facts: { ...common, ...codeFacts(recovery, item, writer) } };
  const until = recovery.deadline.getTime();
  const { authenticatorUrl } = writer;
  return {
    template: 'token-ready',
    locale,
    facts: { ...common, service: services.join(', '), authenticatorUrl, until },
  };
}

/** How a recreation goes, where no code is mailed with it (guide 003). */
function newsLetter(
  recovery: RecoveryDoc,
  item: TimelineItem,
  news: MailFacts['recreation-news']['news'],
  common: { name: string; notMeUrl: string },
  { portalUrl }: Writer,
): Letter {
  const { support, reason } = recovery.recreation ?? {};
  return {
    template: 'recreation-news',
    locale: recovery.account.locale,
    facts: {
      ...common,
      news,
      service: recovery.tokens.map((token) => token.service.name).join(', '),
      at: item.at.getTime(),
      address: item.actor.address ?? '',
      until: news === 'support-asked' ? (support?.respondBy.getTime() ?? 0) : recovery.deadline.getTime(),
      isLost: reason === 'lost',
      portalUrl: `${portalUrl}/recoveries/${recovery._id}`,
    },
  };
}

function activationFacts(
  recovery: RecoveryDoc,
  item: TimelineItem,
  { masterKey, portalUrl }: Writer,
): Omit<MailFacts['transfer-activation'], 'name' | 'notMeUrl'> {
  const { _id, activation, account, tokens, deadline, fromDevice } = recovery;
  const isStrict = activation?.isStrict === true;
  const pageSecret = activationPageSecret(masterKey, _id);
  return {
    userName: account.userName,
    services: tokens.map(({ service }) => service.name),
    device: deviceName(fromDevice),
    at: item.at.getTime(),
    address: item.actor.address ?? '',
    until: deadline.getTime(),
    qr: isStrict ? null : activationUrl(activation?.base ?? '', _id, activationSecret(masterKey, _id)),
    code: isStrict ? null : activationCode(masterKey, _id),
    pageUrl: isStrict ? `${portalUrl}/activation#recovery=${_id}&secret=${pageSecret}` : null,
  };
}

function codeFacts(
  recovery: RecoveryDoc,
  item: TimelineItem,
  writer: Writer,
): Omit<MailFacts['mail-code'], 'name' | 'notMeUrl'> {
  const mailedAtOnce = recovery.way === 'questions' ? 0 : 1;
  const issue =
    mailedAtOnce + recovery.timeline.filter(({ what, seq }) => what === 'mail-code-resent' && seq <= item.seq).length;
  return {
    kind: recovery.kind,
    service: recovery.tokens.map((token) => token.service.name).join(', '),
    device: deviceName(recovery.asking ?? recovery.fromDevice),
    code: mailCode(writer.masterKey, recovery._id, issue, writer.policy.limits.codeDigits),
    validMinutes: Math.round(writer.policy.limits.codeLifetimeMs / 60_000),
    address: recovery.timeline[0]?.actor.address ?? '',
  };
}

function pairingFacts(
  recovery: RecoveryDoc,
  item: TimelineItem,
): Omit<MailFacts['pairing-started'], 'name' | 'notMeUrl'> {
  return {
    kind: recovery.kind,
    device: deviceName(recovery.fromDevice),
    at: item.at.getTime(),
    address: item.actor.address ?? '',
  };
}

function completedFacts(
  recovery: RecoveryDoc,
  item: TimelineItem,
  services: string[],
): Omit<MailFacts['completed'], 'name' | 'notMeUrl'> {
  return {
    kind: recovery.kind,
    services,
    toDevice: deviceName(recovery.toDevice),
    fromDevice: deviceName(recovery.fromDevice),
    unpaired: (recovery.unpaired ?? []).map(deviceName),
    at: item.at.getTime(),
    address: item.actor.address ?? '',
  };
}

function endedFacts(
  recovery: RecoveryDoc,
  item: TimelineItem,
  outcome: MailFacts['ended']['outcome'],
  services: string[],
): Omit<MailFacts['ended'], 'name' | 'notMeUrl' | 'portalUrl'> {
  const by = item.actor.kind === 'staff' ? 'support' : item.actor.kind === 'system' ? 'us' : 'you';
  const isSuspended = recovery.recreation?.reason === 'lost' && item.note !== notMe;
  return { kind: recovery.kind, services, outcome, by, reason: item.note ?? '', isSuspended };
}

function deviceName(device: RecoveryDoc['fromDevice']): string {
  return device === null ? '' : `${device.model} (ID ${device.shortId})`;
}

/** A code that nobody can use any more is not worth sending. */
export function isStale(letter: Letter, recovery: RecoveryDoc, now: number): boolean {
  const { endedAt, step, deadline, challenge } = recovery;
  if (letter.template === 'transfer-activation')
    return endedAt !== null || step !== 'activate' || now >= deadline.getTime();
  return (
    letter.template === 'mail-code' &&
    (endedAt !== null || now >= (challenge?.issuedAt.getTime() ?? 0) + letter.facts.validMinutes * 60_000)
  );
}
