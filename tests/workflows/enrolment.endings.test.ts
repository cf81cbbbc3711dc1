import { beforeEach, describe, expect, test } from 'vitest';
import { agentCancels, claims, claimsFalsely, startsEnrolment } from './deeds.ts';
import { anOwner, aPendingToken, mailsTo, recordOf, type Owner } from './owners.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
let eva: Owner;
let tokenId: string;

beforeEach(async () => {
  eva = await anOwner(stage(), 0);
  tokenId = await aPendingToken(stage(), eva.accountId);
  eva.tokens.push(tokenId);
});

describe('enrolment', () => {
  test.each(['totp', 'hotp'] as const)('completed: a %s token is active on its first device', async (type) => {
    const hers = await aPendingToken(stage(), eva.accountId, type);
    const id = await startsEnrolment(stage(), eva, hers);
    await claims(stage(), eva, id, eva.device);
    expect(await stage().outcome(id)).toBe('completed');
    const { token, bindings } = await recordOf(stage(), hers);
    expect(token).toMatchObject({ state: 'active', device: eva.device, reservedBy: null });
    expect(bindings.map(({ state, device }) => [state, device.id])).toEqual([['active', eva.device.id]]);
    expect((await mailsTo(stage(), eva.email)).map(({ template }) => template)).toEqual(['token-ready', 'completed']);
  });

  test('a proof that does not fit changes nothing, and the right one is still taken', async () => {
    const id = await startsEnrolment(stage(), eva, tokenId);
    const waiting = await recordOf(stage(), tokenId);
    await expect(claimsFalsely(stage(), eva, id, eva.device)).rejects.toMatchObject({ code: 'wrong-code' });
    expect(await recordOf(stage(), tokenId)).toEqual(waiting);
    await claims(stage(), eva, id, eva.device);
    expect(await stage().outcome(id)).toBe('completed');
  });

  test('cancelled by staff: the token that was never bound is gone, and its certificate is free', async () => {
    const id = await startsEnrolment(stage(), eva, tokenId);
    await agentCancels(stage(), id, 'Ordered by mistake');
    expect(await stage().outcome(id)).toBe('cancelled');
    const { token, bindings, certificate } = await recordOf(stage(), tokenId);
    expect(token).toMatchObject({ state: 'deleted', reservedBy: null });
    expect([bindings, certificate]).toEqual([[], null]);
  });

  test('expired after fourteen days: the owner is told', async () => {
    const id = await startsEnrolment(stage(), eva, tokenId);
    expect(await stage().outcome(id)).toBe('expired');
    expect((await recordOf(stage(), tokenId)).token).toMatchObject({ state: 'deleted', reservedBy: null });
    expect((await mailsTo(stage(), eva.email)).map(({ template }) => template)).toEqual(['token-ready', 'ended']);
  });

  test('refused for a token that is enrolled already', async () => {
    const { tokens } = await anOwner(stage(), 1);
    await expect(startsEnrolment(stage(), eva, tokens[0] ?? '')).rejects.toMatchObject({ code: 'not-found' });
    const owner = await anOwner(stage(), 1);
    const again = startsEnrolment(stage(), owner, owner.tokens[0] ?? '');
    await expect(again).rejects.toMatchObject({ code: 'token-not-ready' });
  });
});
