import { proxyActivities } from '@temporalio/workflow';

export interface LetterActivities {
  /** Hands over a queued message. */
  deliverQueuedMail(mailId: string): Promise<void>;
}

const { deliverQueuedMail } = proxyActivities<LetterActivities>({
  startToCloseTimeout: '10 seconds',
  scheduleToCloseTimeout: '24 hours',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** A message that no recovery's workflow sends (activation, password reset, notice): delivered through outages, for a day. */
export async function deliverMail(mailId: string): Promise<void> {
  await deliverQueuedMail(mailId);
}
