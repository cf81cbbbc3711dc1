import type { z } from 'zod';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { StaffRole } from '../../domain/words.ts';

/** Who may call: nobody in particular, a signed-in account holder, a signed-in device, one that is only about to get an identity, a
 * relying service, or staff of a role. */
export type Principal = 'anonymous' | 'account-holder' | 'device' | 'restoring-device' | 'service' | StaffRole;

/**
 * One operation of the API. Server, pages, device SDK, OpenAPI document and access tests are all made from these rows;
 * `access` is the matrix of security.md S-08: who is not listed is refused.
 */
export interface Route {
  method: 'get' | 'post' | 'delete';
  /** OpenAPI form, `{id}` for a parameter. */
  path: `/${string}`;
  summary: string;
  access: readonly Principal[];
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Staff must have confirmed who they are within the last minutes (S-05). */
  needsStepUp?: true;
  status: 200 | 201 | 202 | 204;
  answer?: z.ZodType;
  /** The refusals that this operation can give, beyond those any operation can. */
  refusals: readonly RefusalCode[];
}
