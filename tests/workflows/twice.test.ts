import { beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../domain/refusals.ts';
import { system } from '../../domain/words.ts';
import { closeRecovery, extendDeadline } from '../../store/recoveries/close.ts';
import { moveTokens, readForClaim, recordRefusedClaim } from '../../store/recoveries/claim.ts';
import { openEnrolment, openMigration, openReload } from '../../store/recoveries/open.ts';
import { issueNextCode, settleMailCode } from '../../store/recoveries/prove.ts';
import { newId } from '../../store/ids.ts';
import { aDevice, anOwner, aPendingToken, type Owner } from './owners.ts';
import { useStage } from './use-stage.ts';

// Temporal runs an activity again whose answer was lost: the store alone has to see to it that nothing happens twice.
const stage = useStage();
let ana: Owner;
let recoveryId: string;

const at = (seq: number) => ({ recoveryId, seq, actor: ana.actor });

beforeEach(async () => {
  ana = await anOwner(stage(), 2);
  recoveryId = newId('rec');
});

/** Everything that a transition may write. */
async function everything() {
  const { recoveries, tokens, bindings, audit, accounts, certificates } = stage().database;
  const collections = [recoveries, tokens, bindings, audit, accounts, certificates];
  return Promise.all(collections.map((collection) => collection.find({}).sort({ _id: 1 }).toArray()));
}

async function twice<T>(transition: () => Promise<T>): Promise<T> {
  const first = await transition();
  expect(isRefusal(first)).toBe(false);
  const after = await everything();
  expect(await transition()).toEqual(first);
  expect(await everything()).toEqual(after);
  return first;
}

const migrate = (seq = 1) => {
  const opening = { ...at(seq), accountId: ana.accountId, tokenId: ana.tokens[0] ?? '' };
  return openMigration(stage().database, stage().deps.policy, opening);
};
const settle = (isRight: boolean) => settleMailCode(stage().database, stage().deps.policy, at(2), 'migration', isRight);

describe('run twice, it changes nothing the second time and answers the same:', () => {
  test('opening a migration', () => twice(() => migrate()));

  test('opening a reload', () => {
    const opening = { ...at(1), accountId: ana.accountId, formerDeviceId: ana.device.id, forDeviceId: newId('dev') };
    return twice(() => openReload(stage().database, stage().deps.policy, opening));
  });

  test('opening an enrolment', async () => {
    const opening = { ...at(1), accountId: ana.accountId, tokenId: await aPendingToken(stage(), ana.accountId) };
    await twice(() => openEnrolment(stage().database, stage().deps.policy, opening));
  });

  test('counting a wrong code', async () => {
    await migrate();
    await twice(() => settle(false));
  });

  test('accepting the right code', async () => {
    await migrate();
    await twice(() => settle(true));
  });

  test('issuing the next code', async () => {
    await migrate();
    await twice(() => issueNextCode(stage().database, stage().deps.policy, at(2), ana.accountId));
  });

  test('moving a token', async () => {
    await migrate();
    await settle(true);
    const { database, deps } = stage();
    const { key } = await readForClaim(database, deps.vault, recoveryId);
    const proven = [{ tokenId: ana.tokens[0] ?? '', seed: Buffer.alloc(20, 1), factor: 7 }];
    const device = aDevice();
    await twice(() => moveTokens(database, at(3), key, device, proven));
  });

  test('recording a refused claim', async () => {
    await migrate();
    await settle(true);
    await twice(() => recordRefusedClaim(stage().database, at(3), newId('dev')));
  });

  test('extending', async () => {
    await migrate();
    const deadline = new Date(Date.now() + 1e7);
    const extension = { ...at(2), reason: 'On holiday' };
    await twice(() => extendDeadline(stage().database, stage().deps.policy, extension, deadline));
  });

  test('closing', async () => {
    await migrate();
    await twice(() => closeRecovery(stage().database, recoveryId, system, 'expired'));
  });
});

describe('INV-21 an attempt that comes after its successor', () => {
  test('writes nothing, whatever it would have done', async () => {
    await migrate();
    await settle(true);
    await closeRecovery(stage().database, recoveryId, system, 'expired');
    const after = await everything();
    await migrate();
    await settle(false);
    await settle(true);
    await issueNextCode(stage().database, stage().deps.policy, at(2), ana.accountId);
    await extendDeadline(stage().database, stage().deps.policy, { ...at(3), reason: 'late' }, new Date());
    await recordRefusedClaim(stage().database, at(3), newId('dev'));
    expect(await everything()).toEqual(after);
  });

  test('is told what really happened', async () => {
    await migrate();
    await settle(true);
    expect(await settle(false)).toMatchObject({ isRight: true });
  });

  test('moves no token that its recovery has given back', async () => {
    await migrate();
    await settle(true);
    const { database, deps } = stage();
    const { key } = await readForClaim(database, deps.vault, recoveryId);
    await closeRecovery(database, recoveryId, system, 'expired');
    const after = await everything();
    const proven = [{ tokenId: ana.tokens[0] ?? '', seed: Buffer.alloc(20, 1), factor: 7 }];
    expect(await moveTokens(database, at(3), key, aDevice(), proven)).toMatchObject({ isRight: false });
    expect(await everything()).toEqual(after);
  });
});
