import { describe, expect, it } from 'vitest';
import type { PortalToken } from '../../contracts/tokens.ts';
import { tokenStates, tokenTypes } from '../../domain/words.ts';
import { hintOf, nameOfState, spellChange, typeNames } from './wording.ts';

function aToken(changes: Partial<PortalToken>): PortalToken {
  return {
    id: 'tok_b3BlbnNlc2FtZW9wZW5zZQ',
    maskedSerial: '*****-1EC',
    type: 'totp',
    state: 'active',
    service: { id: 'svc_b3BlbnNlc2FtZW9wZW5zZQ', name: 'VPN' },
    device: null,
    certificates: [],
    actions: [],
    recovery: null,
    ...changes,
  };
}

const identity = aToken({ type: 'identity', service: { id: 'svc_b3BlbnNlc2FtZW9wZW5zZQ', name: 'Identity' } });

describe('an identity among the tokens', () => {
  it('is called one, and never an OTP token', () => {
    expect(tokenTypes.map((type) => typeNames[type].includes('OTP'))).toEqual([true, true, false]);
    expect(typeNames.identity).toBe('Type: Identity');
  });

  it('has no codes that could be refused, and no service that could be active', () => {
    const said = (['disable', 'enable'] as const).map((change) => spellChange(identity, change));
    const hints = tokenStates.filter((state) => state !== 'locked').map((state) => hintOf({ type: 'identity', state }));
    expect([...said, ...hints].join(' ')).not.toContain('codes');
    expect(nameOfState(identity)).toBe('ACTIVE');
    expect(nameOfState(aToken({}))).toBe('ACTIVE SERVICE');
  });

  it('is named by what has changed', () => {
    expect(spellChange(identity, 'disable')).toBe(
      'Identity *****-1EC is disabled: nobody can sign in with it until you enable it.',
    );
    expect(spellChange(aToken({}), 'disable')).toBe(
      'VPN *****-1EC is disabled: its codes are refused until you enable it.',
    );
  });
});

describe('a suspended token', () => {
  const suspended = aToken({ state: 'suspended' });
  const recreation = {
    id: 'rec_b3BlbnNlc2FtZW9wZW5zZQ',
    kind: 'recreation',
    deadline: '2026-11-22T10:00:00.000Z',
    state: 'awaiting-device',
  } as const;

  it('is explained by what suspended it', () => {
    expect(hintOf(suspended)).toContain("this wasn't me");
    expect(hintOf(suspended, true)).toContain('its device was lost');
    expect(hintOf({ ...suspended, recovery: recreation })).toContain('while you make it anew');
  });
});
