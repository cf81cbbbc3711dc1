import { describe, expect, test } from 'vitest';
import { ownerActions, staffActions, staffTurnsOf, type RecoveryFacts } from './actions.ts';
import { policyFrom } from './policy.ts';
import { closedStates, staffRoles, tokenStates } from './words.ts';

describe('an account holder may', () => {
  const may = Object.fromEntries(
    tokenStates.map((state) => [
      state,
      ownerActions({ type: 'totp', state, isReserved: false, hasCertificate: false }),
    ]),
  );

  test('do with a token what its state allows', () => {
    expect(may).toEqual({
      pending: [],
      active: ['delete', 'disable', 'migrate'],
      migrating: [],
      locked: ['delete', 'disable', 'migrate'],
      disabled: ['delete', 'enable'],
      suspended: [],
      deleted: [],
    });
  });

  test('never delete a token that a certificate depends on', () => {
    const offered = tokenStates.flatMap((state) =>
      ownerActions({ type: 'hotp', state, isReserved: false, hasCertificate: true }),
    );
    expect(offered).not.toContain('delete');
    expect(offered).toContain('migrate');
  });

  test('do nothing with a token that a recovery holds', () => {
    for (const state of tokenStates)
      expect(ownerActions({ type: 'totp', state, isReserved: true, hasCertificate: false })).toEqual([]);
  });
});

test('an account holder may switch an identity off and on, and neither migrate nor delete it', () => {
  const may = tokenStates.flatMap((state) =>
    ownerActions({ type: 'identity', state, isReserved: false, hasCertificate: false }),
  );
  expect(may).toEqual(['disable', 'enable']);
});

describe('staff may', () => {
  const { limits } = policyFrom({});
  const issued = 1_000_000;
  const facts: RecoveryFacts = {
    kind: 'migration',
    state: 'proving',
    step: 'prove-ownership',
    deadline: issued + 1_800_000,
    resendsLeft: 3,
    lastIssuedAt: issued,
    extensionsLeft: 3,
  };
  const may = (change: Partial<RecoveryFacts>, now = issued + 60_000) =>
    staffActions({ ...facts, ...change }, 'agent', now, limits);

  test('S-08 help only as agent or supervisor', () => {
    const byRole = staffRoles.map((role) => staffActions(facts, role, issued + 60_000, limits).length);
    expect(byRole).toEqual([3, 3, 0, 0]);
  });

  test('C-07 resend only while a code is awaited, some are left and the last one is a minute old', () => {
    expect(may({})).toContain('resend');
    expect(may({}, issued + 59_999)).not.toContain('resend');
    expect(may({ resendsLeft: 0 })).not.toContain('resend');
    expect(may({ state: 'awaiting-device', step: 'await-device' })).toEqual(['extend', 'cancel']);
  });

  test('extend only before the deadline and as often as policy says', () => {
    expect(may({}, facts.deadline)).not.toContain('extend');
    expect(may({ extensionsLeft: 0 })).not.toContain('extend');
  });

  test.each(closedStates)('do nothing with a recovery that is %s', (state) => {
    expect(may({ state })).toEqual([]);
  });
});

describe('about other staff', () => {
  const member = { id: 'stf_b', state: 'active' as const };

  test.each(staffRoles)('%s may turn others only as an administrator', (role) => {
    const isAdministrator = role === 'administrator';
    expect(staffTurnsOf(member, { id: 'stf_a', role })).toEqual(isAdministrator ? ['disable'] : []);
    expect(staffTurnsOf({ ...member, state: 'disabled' }, { id: 'stf_a', role })).toEqual(
      isAdministrator ? ['enable'] : [],
    );
  });

  test('nobody turns themselves', () => {
    expect(staffTurnsOf(member, { id: member.id, role: 'administrator' })).toEqual([]);
  });
});
