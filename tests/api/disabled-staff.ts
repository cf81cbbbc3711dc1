import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { StaffRole } from '../../domain/words.ts';
import { staffUser, type Browser } from '../../embedded/people/browser.ts';
import { password, type Cast } from '../../embedded/people/cast.ts';
import { stepUp } from '../../embedded/people/identity.ts';

export interface Colleague {
  id: string;
  email: string;
  browser: Browser;
}

/** Somebody new of the staff, who has confirmed who they are a moment ago. */
export async function colleague(cast: Cast, name: string, role: StaffRole): Promise<Colleague> {
  const email = `${name.toLowerCase()}-${cast.mark}@desk.example`;
  await cast.founding.staff({ name: `${name} ${role}`, email, role }, password);
  const browser = await staffUser(cast.world.urls.console, email, password);
  await stepUp(browser);
  const { id } = await browser.ask(adminRoutes.me, {});
  return { id, email, browser };
}

export const left = 'Left the company';

export function disable(by: Browser, id: string) {
  return by.ask(adminRoutes.disableStaffMember, { params: { id }, body: { reason: left } });
}

export function enable(by: Browser, id: string) {
  return by.ask(adminRoutes.enableStaffMember, { params: { id }, body: { reason: 'Back from parental leave' } });
}
