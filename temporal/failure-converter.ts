import { DefaultFailureConverter } from '@temporalio/common';

/** Failure messages and stacks go through the codec too; without this they would stand in the clear (security.md, "Learned by experiment"). */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
