/** A moment in the words of this browser's language: with the day, which may be left out if it is today. */
export function momentOf(
  instant: string,
  now = Date.now(),
  day: 'unless-today' | 'always-dated' = 'unless-today',
): string {
  const at = new Date(instant);
  const time = at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
  if (day === 'unless-today' && at.toDateString() === new Date(now).toDateString()) return time;
  return `${at.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' })}, ${time}`;
}

/** `m:ss` until a moment, never below 0:00. */
export function countdownTo(instant: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
