import { beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../domain/refusals.ts';
import { system } from '../../domain/words.ts';
import { newId } from '../../store/ids.ts';
import { moveTokens, readForClaim } from '../../store/recoveries/claim.ts';
import { closeRecovery } from '../../store/recoveries/close.ts';
import { confirmPairing, pairDevice } from '../../store/recoveries/pair.ts';
import { settleMailCode } from '../../store/recoveries/prove.ts';
import { openPairing, openRestore } from '../../store/recoveries/restore.ts';
import { aKey, aNewDevice, anIdentityOwner, type IdentityOwner } from './identities.ts';
import { useStage } from './use-stage.ts';

// Temporal runs an activity again whose answer was lost: the store alone has to see to it that nothing happens twice.
const stage = useStage();
let ida: IdentityOwner;
let iphone: Awaited<ReturnType<typeof aNewDevice>>;
let key: Awaited<ReturnType<typeof aKey>>;
let recoveryId: string;

const at = (seq: number) => ({ recoveryId, seq, actor: ida.actor });

beforeEach(async () => {
  ida = await anIdentityOwner(stage());
  [iphone, key] = [await aNewDevice(), await aKey()];
  recoveryId = newId('rec');
});

/** Everything that a transition may write. */
async function everything() {
  const { recoveries, tokens, bindings, audit, accounts, devices } = stage().database;
  const collections = [recoveries, tokens, bindings, audit, accounts, devices];
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

const opening = () => ({ ...at(1), accountId: ida.accountId, tokenId: ida.identity, kind: 'duplication' as const });
const store = () => ({ database: stage().database, policy: stage().deps.policy });
const restores = () => openRestore(store().database, store().policy, { ...opening(), device: iphone });
const shows = () => openPairing(store().database, store().policy, { ...opening(), fromDevice: ida.device });
const scanned = () => pairDevice(store().database, store().policy, at(2), iphone, '07');
const confirmed = () => confirmPairing(store().database, store().policy, at(3));

async function claimed(seq: number) {
  const { database, deps } = stage();
  const { key: dataKey } = await readForClaim(database, deps.vault, recoveryId);
  const { id, model, shortId } = iphone;
  return moveTokens(database, at(seq), dataKey, { id, model, shortId }, [{ tokenId: ida.identity, ...key }]);
}

describe('run twice, it changes nothing the second time and answers the same:', () => {
  test('opening a duplication by code', () => twice(restores));

  test('showing a QR code', () => twice(shows));

  test('pairing the device that scanned', async () => {
    await shows();
    await twice(scanned);
  });

  test('confirming the digits', async () => {
    await shows();
    await scanned();
    await twice(confirmed);
  });

  test('bringing the identity by QR code', async () => {
    await shows();
    await scanned();
    await confirmed();
    await twice(() => claimed(4));
  });

  test('bringing the identity by code', async () => {
    await restores();
    await settleMailCode(store().database, store().policy, at(2), 'duplication', true);
    await twice(() => claimed(3));
  });

  test('closing', async () => {
    await shows();
    await scanned();
    await twice(() => closeRecovery(store().database, recoveryId, system, 'expired'));
  });
});

describe('INV-21 an attempt that comes after its successor', () => {
  test('writes nothing, whatever it would have done', async () => {
    await shows();
    await scanned();
    await confirmed();
    await closeRecovery(store().database, recoveryId, system, 'expired');
    const after = await everything();
    await shows();
    await scanned();
    await confirmed();
    expect(await claimed(4)).toMatchObject({ isRight: false });
    expect(await everything()).toEqual(after);
  });

  test('pairs no other device than the first attempt did', async () => {
    await shows();
    const first = await scanned();
    const other = await aNewDevice();
    const second = await pairDevice(store().database, store().policy, at(2), other, '08');
    expect(second).toEqual(first);
    expect(await store().database.devices.findOne({ _id: other.id })).toBeNull();
  });
});

test('B-03 of fifty devices that scan in the same instant one is paired, and one alone is known', async () => {
  await shows();
  const scanners = await Promise.all(Array.from({ length: 50 }, () => aNewDevice()));
  const { database, policy } = store();
  await Promise.all(scanners.map((device) => pairDevice(database, policy, at(2), device, '07')));
  const paired = (await database.recoveries.findOne({ _id: recoveryId }))?.pairing?.device.id;
  const known = await database.devices.find({ _id: { $in: scanners.map(({ id }) => id) } }).toArray();
  expect(known.map(({ _id }) => _id)).toEqual([paired]);
});
