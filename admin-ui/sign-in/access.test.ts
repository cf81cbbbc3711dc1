import { describe, expect, it } from 'vitest';
import { staffRoles } from '../../domain/words.ts';
import { mayUse } from './access.ts';

const whoMay = (resource: string, action: string) => staffRoles.filter((role) => mayUse(role, resource, action));

describe('what a role is shown', () => {
  it.each([
    ['recoveries', 'list', [...staffRoles]],
    ['accounts', 'create', ['supervisor', 'administrator']],
    ['accounts', 'disable', ['supervisor', 'administrator']],
    ['identities', 'handOut', ['supervisor']],
    ['identities', 'unpair', ['agent', 'supervisor']],
    ['approvals', 'list', ['supervisor', 'auditor']],
    ['support', 'list', [...staffRoles]],
    ['restoration', 'list', [...staffRoles]],
    ['restoration', 'change', ['administrator']],
    ['recreation', 'list', [...staffRoles]],
    ['recreation', 'change', ['administrator']],
    ['services', 'create', ['administrator']],
    ['staff', 'list', ['auditor', 'administrator']],
    ['audit', 'list', ['auditor']],
  ])('%s %s', (resource, action, roles) => {
    expect(whoMay(resource, action)).toEqual(roles);
  });

  it('is nothing where the table has no row', () => {
    expect(whoMay('recoveries', 'delete')).toEqual([]);
    expect(whoMay('secrets', 'list')).toEqual([]);
  });
});
