const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A span in whole units, coarser the longer it is: `45 s`, `12 min`, `3 h`, `17 d`. */
export function span(ms: number): string {
  if (ms < minute) return `${String(Math.floor(ms / second))} s`;
  if (ms < hour) return `${String(Math.floor(ms / minute))} min`;
  if (ms < day) return `${String(Math.floor(ms / hour))} h`;
  return `${String(Math.floor(ms / day))} d`;
}

/** What is left deserves a second unit: `3 h 5 min`, `2 d 4 h`. */
function left(ms: number): string {
  if (ms >= hour && ms < day) return twoUnits(ms, hour, 'h', minute, 'min');
  if (ms >= day && ms < 10 * day) return twoUnits(ms, day, 'd', hour, 'h');
  return span(ms);
}

function twoUnits(ms: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % large) / small);
  const whole = `${String(Math.floor(ms / large))} ${largeName}`;
  return rest === 0 ? whole : `${whole} ${String(rest)} ${smallName}`;
}

export function relative(at: number, now: number): string {
  const ms = at - now;
  if (Math.abs(ms) < 5 * second) return 'now';
  return ms > 0 ? `in ${left(ms)}` : `${span(-ms)} ago`;
}

const withZone = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'longOffset',
});
const zoneName = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The instant in the viewer's zone, and which zone that is. */
export function absolute(at: number): string {
  return `${withZone.format(at)} (${zoneName})`;
}

const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const shortTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export function dateOf(at: number): string {
  return shortDate.format(at);
}

export function dateAndTime(at: number): string {
  return shortTime.format(at);
}
