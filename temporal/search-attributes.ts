import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { Connection } from '@temporalio/client';

/** What an operator can search workflows by. Never anything personal: search attributes are not encrypted (W-01). */
export const kindAttribute = defineSearchAttributeKey('LatchkeyKind', SearchAttributeType.KEYWORD);
export const policyAttribute = defineSearchAttributeKey('LatchkeyPolicy', SearchAttributeType.INT);

/** By the numbers of IndexedValueType in Temporal's API. */
export const searchAttributeTypes = { LatchkeyKind: 2, LatchkeyPolicy: 3 };

/** Registers them where the server lets us; on Temporal Cloud an operator does it once (README). */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.fromEntries(
    Object.entries(searchAttributeTypes).filter(([name]) => !Object.hasOwn(customAttributes, name)),
  );
  if (Object.keys(missing).length > 0)
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: missing });
}
