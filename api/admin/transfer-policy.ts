import type { Hono } from 'hono';
import type { z } from 'zod';
import { WellKnown } from '../../contracts/identities.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { TransferPolicy } from '../../contracts/transfer.ts';
import { defaultTransfer, publicBase, whatIsMissing } from '../../domain/transfer.ts';
import type { PolicyDoc } from '../../store/identity-documents.ts';
import { changePolicy, currentPolicy } from '../../store/policies.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { refuse } from '../problem.ts';

/** Guide 002: what the administrator decides about transfers. */
export function adminTransferPolicy(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database, settings } = deps;

  mount(app, adminRoutes.showTransferPolicy, guard, async () => view(await currentPolicy(database)));

  mount(app, adminRoutes.changeTransferPolicy, guard, async ({ caller, body }) => {
    const { reason, ...transfer } = body;
    const { publicAddress } = transfer;
    if (
      publicAddress !== null &&
      !(await answersAsOurs(publicBase(publicAddress, settings.AUTHENTICATOR_URL), settings))
    )
      return refuse('public-address-wrong');
    return view(await changePolicy(database, 'transfer', transfer, reason, caller.actor, caller.name));
  });
}

const answersWithinMs = 3_000;
const largestAnswer = 4_096;

/** Whether the mobile API of this very Latchkey answers there. Redirects are not followed, and nothing that it says is told on. */
async function answersAsOurs(base: string, { AUTHENTICATOR_URL }: ApiDependencies['settings']): Promise<boolean> {
  try {
    const response = await fetch(`${base}/.well-known/latchkey`, {
      redirect: 'error',
      signal: AbortSignal.timeout(answersWithinMs),
    });
    const text = (await response.text()).slice(0, largestAnswer);
    const answer = WellKnown.safeParse(JSON.parse(text));
    return answer.success && answer.data.device === AUTHENTICATOR_URL;
  } catch {
    return false;
  }
}

function view(policy: PolicyDoc | null): z.input<typeof TransferPolicy> {
  const transfer = policy?.transfer ?? defaultTransfer;
  return {
    ...transfer,
    version: policy?._id ?? 1,
    changedAt: policy?.changedAt.toISOString() ?? null,
    changedBy: policy?.changedBy.name ?? null,
    missing: whatIsMissing(transfer, []),
  };
}
