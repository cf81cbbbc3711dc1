import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { adminAccounts } from './admin/accounts.ts';
import { adminApprovals } from './admin/approvals.ts';
import { adminAudit } from './admin/audit.ts';
import { adminIdentities } from './admin/identities.ts';
import { adminRecoveries } from './admin/recoveries.ts';
import { adminRestorationPolicy } from './admin/restoration-policy.ts';
import { adminRestoreCodes } from './admin/restore-codes.ts';
import { adminReassignments } from './admin/reassignments.ts';
import { adminRecreations } from './admin/recreations.ts';
import { adminTransferPolicy } from './admin/transfer-policy.ts';
import { adminServices } from './admin/services.ts';
import { adminStaff } from './admin/staff.ts';
import { adminStepUp } from './admin/step-up.ts';
import { trustedProxies } from './client-address.ts';
import { recordDenials } from './denials.ts';
import type { ApiDependencies } from './dependencies.ts';
import { deviceDevices } from './device/devices.ts';
import { deviceGuard } from './device/guard.ts';
import { deviceIdentity } from './device/identity.ts';
import { deviceIdentityDevices } from './device/identity-devices.ts';
import { devicePairings } from './device/pairings.ts';
import { deviceRecoveries } from './device/recoveries.ts';
import { deviceReloads } from './device/reloads.ts';
import { deviceRestoreCodes } from './device/restore-codes.ts';
import { deviceRestores } from './device/restores.ts';
import { deviceSignIns } from './device/sign-ins.ts';
import { deviceTransfers } from './device/transfers.ts';
import { deviceTokens } from './device/tokens.ts';
import { portalGuard, staffGuard } from './guards.ts';
import { health } from './health.ts';
import { mailEvents } from './mail-events.ts';
import { outbox } from './outbox.ts';
import { portalActivationPages } from './portal/activation-pages.ts';
import { portalDevices } from './portal/devices.ts';
import { portalMe } from './portal/me.ts';
import { portalProtection } from './portal/protection.ts';
import { portalRecoveries } from './portal/recoveries.ts';
import { portalRecreations } from './portal/recreations.ts';
import { portalRepudiations } from './portal/repudiations.ts';
import { portalTokens } from './portal/tokens.ts';
import { answerProblem, onError } from './problem.ts';
import { reference } from './reference.ts';
import { sameOrigin } from './same-origin.ts';
import { auditedSignIns } from './sign-in/audited.ts';
import { mountAuth } from './sign-in/mount-auth.ts';
import { portalAuthOperations, portalAuthPath } from './sign-in/portal-realm.ts';
import { staffAuthOperations, staffAuthPath } from './sign-in/staff-realm.ts';
import { signInRoutes } from './sign-ins.ts';
import { verifyRoutes } from './verify.ts';
import { otherApps, wellKnown } from './well-known.ts';

/** */
const bodyBytes = 64 * 1024;

export interface Listener {
  name: 'portal' | 'console' | 'device' | 'service' | 'outbox';
  port: number;
  fetch: Hono['fetch'];
}

/** One listener for each kind of caller, so that each can be exposed, closed or placed by itself. */
export function listeners(deps: ApiDependencies): Listener[] {
  const { settings } = deps;
  const of = (name: Listener['name'], port: number, app: Hono): Listener => ({ name, port, fetch: app.fetch });
  return [
    of('portal', settings.PORTAL_PORT, portal(deps)),
    of('console', settings.CONSOLE_PORT, console(deps)),
    of('device', settings.DEVICE_PORT, device(deps)),
    of('service', settings.SERVICE_PORT, service(deps)),
    ...(settings.LATCHKEY_MODE === 'embedded' ? [of('outbox', settings.OUTBOX_PORT, outbox(deps))] : []),
  ];
}

function portal(deps: ApiDependencies): Hono {
  const app = base(deps);
  const trusted = trustedProxies(deps.settings.TRUSTED_PROXIES);
  app.use('/v1/*', sameOrigin(deps.settings.PORTAL_URL));
  const { before, after } = auditedSignIns(deps, trusted, 'portal');
  mountAuth(app, portalAuthPath, portalAuthOperations, deps.portalRealm, before, after);
  const guard = portalGuard(deps, trusted);
  portalMe(app, deps, guard);
  portalTokens(app, deps, guard);
  portalDevices(app, deps, guard);
  portalRecoveries(app, deps, guard);
  portalProtection(app, deps, guard);
  portalRecreations(app, deps, guard);
  portalRepudiations(app, deps, trusted);
  portalActivationPages(app, deps, trusted);
  return withPages(app, 'portal', deps.settings.PORTAL_URL);
}

function console(deps: ApiDependencies): Hono {
  const app = base(deps);
  const trusted = trustedProxies(deps.settings.TRUSTED_PROXIES);
  app.use('/v1/*', sameOrigin(deps.settings.CONSOLE_URL));
  const { before, after } = auditedSignIns(deps, trusted, 'staff');
  mountAuth(app, staffAuthPath, staffAuthOperations, deps.staffRealm, before, after);
  const guard = staffGuard(deps, trusted);
  adminRecoveries(app, deps, guard);
  adminAccounts(app, deps, guard);
  adminIdentities(app, deps, guard);
  adminRestoreCodes(app, deps, guard);
  adminRestorationPolicy(app, deps, guard);
  adminTransferPolicy(app, deps, guard);
  adminRecreations(app, deps, guard);
  adminReassignments(app, deps, guard);
  adminApprovals(app, deps, guard);
  adminStepUp(app, deps, guard);
  adminServices(app, deps, guard);
  adminStaff(app, deps, guard, staffGuard(deps, trusted, { mayLackSecondFactor: true }));
  adminAudit(app, deps, guard);
  return withPages(app, 'admin-ui', deps.settings.CONSOLE_URL);
}

function device(deps: ApiDependencies): Hono {
  // Identities are restored on other servers too: the app may ask them.
  const app = base(deps, ["'self'", 'https:', 'http://localhost:*', 'http://127.0.0.1:*']);
  const trusted = trustedProxies(deps.settings.TRUSTED_PROXIES);
  const guard = deviceGuard(deps, trusted);
  otherApps(app, deps);
  wellKnown(app, deps, trusted);
  deviceDevices(app, deps, guard, trusted);
  deviceTokens(app, deps, guard);
  deviceReloads(app, deps, guard);
  deviceRecoveries(app, deps, guard);
  deviceIdentity(app, deps, guard);
  deviceSignIns(app, deps, guard);
  deviceRestoreCodes(app, deps, guard);
  deviceIdentityDevices(app, deps, guard);
  deviceRestores(app, deps, trusted);
  devicePairings(app, deps, guard, trusted);
  deviceTransfers(app, deps, guard, trusted);
  return withPages(app, 'authenticator', deps.settings.AUTHENTICATOR_URL);
}

function service(deps: ApiDependencies): Hono {
  const app = base(deps);
  verifyRoutes(app, deps, trustedProxies(deps.settings.TRUSTED_PROXIES));
  signInRoutes(app, deps, trustedProxies(deps.settings.TRUSTED_PROXIES));
  mailEvents(app, deps);
  health(app, deps);
  reference(app);
  app.notFound((c) => answerProblem(c, 'not-found'));
  return app;
}

function base(deps: ApiDependencies, connectSrc: string[] = ["'self'"]): Hono {
  const { log } = deps;
  const app = new Hono();
  app.use(requestId());
  app.use('/v1/*', recordDenials(deps));
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // The app reads QR codes by WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // Emotion makes empty style elements and fills them by the DOM: the hash is that of the empty text.
        styleSrc: ["'self'", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"],
        connectSrc,
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: 'max-age=31536000; includeSubDomains',
      xFrameOptions: 'DENY',
    }),
  );
  app.use(bodyLimit({ maxSize: bodyBytes, onError: (c) => answerProblem(c, 'body-too-large') }));
  app.onError(onError(log));
  return app;
}

function withPages(app: Hono, folder: 'portal' | 'admin-ui' | 'authenticator', publicUrl: string): Hono {
  app.all('/v1/*', (c) => answerProblem(c, 'not-found'));
  // Cookies and device proofs hold for one address: whoever comes by another name of this machine is shown to it.
  app.get('*', async (c, next) => {
    const { host } = new URL(publicUrl);
    return c.req.header('host') === host || c.req.method !== 'GET'
      ? next()
      : c.redirect(new URL(c.req.path, publicUrl).href);
  });
  app.get('*', serveStatic({ root: `./dist/${folder}` }));
  app.get('/assets/*', (c) => answerProblem(c, 'not-found'));
  // The pages route by themselves; every address of theirs is the same document.
  app.get('*', serveStatic({ path: `./dist/${folder}/index.html` }));
  app.notFound((c) => answerProblem(c, 'not-found'));
  return app;
}
