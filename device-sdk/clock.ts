const toleratedMs = 2_000;
const slowestMs = 10_000;

/**
 * Server time minus device time in ms, told from a `Date` header (whole seconds, RFC 9110 §5.6.7) and when the request left and
 * its answer came. 0 where the difference is within what the header can tell; `undefined` where it tells nothing.
 */
export function clockOffset(dateHeader: string | null, sentAt: number, answeredAt: number): number | undefined {
  const date = Date.parse(dateHeader ?? '');
  const travelMs = answeredAt - sentAt;
  if (Number.isNaN(date) || travelMs < 0 || travelMs > slowestMs) return undefined;
  const offset = date + 500 - (sentAt + answeredAt) / 2;
  return Math.abs(offset) <= toleratedMs + travelMs / 2 ? 0 : Math.round(offset);
}

/** Whether a newly measured offset differs from the known one by more than the noise of measuring. */
export function hasMoved(known: number, measured: number): boolean {
  return Math.abs(known - measured) > toleratedMs;
}
