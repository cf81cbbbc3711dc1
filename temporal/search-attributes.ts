import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { Connection } from '@temporalio/client';

/** What an operator can search workflows by. Never anything personal: search attributes are not encrypted (W-01). */
export const kindAttribute = defineSearchAttributeKey('LatchkeyKind', SearchAttributeType.KEYWORD);
export const policyAttribute = defineSearchAttributeKey('LatchkeyPolicy', SearchAttributeType.INT);

/** By the numbers of IndexedValueType in Temporal's API. */
export const searchAttributeTypes = { LatchkeyKind: 2, LatchkeyPolicy: 3 };

/**
 * Registers them where the server lets us. Where it does not (Temporal Cloud), an operator does it once (README).
 * @returns why it could not be done, or undefined
 */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<string | undefined> {
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const wanted = { LatchkeyKind: 2, LatchkeyPolicy: 3 };
    const missing = Object.fromEntries(
      Object.entries(wanted).filter(([name]) => !Object.hasOwn(customAttributes, name)),
    );
    if (Object.keys(missing).length > 0)
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: missing });
    return undefined;
  } catch (error) {
    // Two processes that start together may both find them missing; whoever is second is told so.
    return error instanceof Error ? error.message : 'unknown';
  }
}
