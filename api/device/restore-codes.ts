import type { Hono } from 'hono';
import type { MailFacts } from '../../contracts/mail.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { confirmRestoreCode, disableRestoration, putRestoreCode } from '../../store/restore-function.ts';
import { newRestoreCode, shownCode } from '../../store/restore-codes.ts';
import { restorationPolicy } from '../../store/policies.ts';
import { writeAudit } from '../../store/audit.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { mount, type Guard } from '../mount.ts';
import { tellOwner } from '../owner-letters.ts';
import { orRefuse, refuse } from '../problem.ts';
import type { DeviceCaller } from './guard.ts';
import { verifyOwner } from './identity-proofs.ts';
import { shownIdentity } from './identity.ts';

/** Guide 001, "Restoration settings": each behind verification of identity. */
export function deviceRestoreCodes(app: Hono, deps: ApiDependencies, guard: Guard<DeviceCaller>): void {
  const { database, vault, masterKey } = deps;

  mount(app, deviceRoutes.issueRestoreCode, guard, async ({ caller, body }) => {
    await verifyOwner(deps, caller, body.proof, 'issue-restore-code');
    const { isOn, codeStorage } = await restorationPolicy(database);
    if (!isOn) return refuse('restoration-off');
    const { code, kept } = await newRestoreCode(vault, masterKey, await ownerOf(caller), codeStorage);
    orRefuse(await putRestoreCode(database, caller.accountId, kept, caller.actor));
    return { code, isConfirmed: false, issuedAt: kept.issuedAt.toISOString() };
  });

  mount(app, deviceRoutes.confirmRestoreCode, guard, async ({ caller, body }) => {
    await deps.rateLimits.answers(caller.device._id);
    const confirmed = orRefuse(
      await confirmRestoreCode(database, masterKey, caller.accountId, body.lastGroup, caller.actor),
    );
    if (confirmed.isNew) await tellOfChange(caller, confirmed.isFirst ? 'activated' : 'renewed');
    return shownIdentity(deps, caller, confirmed.identity);
  });

  mount(app, deviceRoutes.showRestoreCode, guard, async ({ caller, body }) => {
    const { identity } = await verifyOwner(deps, caller, body.proof, 'show-restore-code');
    const { code } = identity.identity;
    if (code === null) return refuse('restoration-inactive');
    const shown = shownCode(vault, await ownerOf(caller), code, (await restorationPolicy(database)).codeStorage);
    if (shown === null) return refuse('not-possible');
    const object = { kind: 'token' as const, id: identity._id };
    await writeAudit(database, {
      at: new Date(),
      what: 'restore-code.shown',
      actor: caller.actor,
      object,
      account: caller.accountId,
    });
    return { code: shown, isConfirmed: true, issuedAt: code.issuedAt.toISOString() };
  });

  mount(app, deviceRoutes.disableRestoration, guard, async ({ caller, body }) => {
    const { identity } = await verifyOwner(deps, caller, body.proof, 'disable-restoration');
    const disabled = await disableRestoration(database, caller.accountId, caller.actor);
    // Nothing to void, or voided a moment ago and the answer lost.
    if (isRefusal(disabled) && disabled.refused === 'restoration-inactive')
      return shownIdentity(deps, caller, identity);
    const shown = shownIdentity(deps, caller, orRefuse(disabled));
    await tellOfChange(caller, 'disabled');
    return shown;
  });

  async function ownerOf({ accountId }: DeviceCaller) {
    return (await database.accounts.findOne({ _id: accountId })) ?? refuse('not-found');
  }

  /** H-04. */
  function tellOfChange({ accountId, actor }: DeviceCaller, change: MailFacts['restore-code-changed']['change']) {
    return tellOwner(deps, accountId, {
      template: 'restore-code-changed',
      facts: {
        change,
        by: 'you',
        reason: '',
        at: Date.now(),
        address: actor.address ?? '',
        portalUrl: deps.settings.PORTAL_URL,
      },
    });
  }
}
