const RealDate = globalThis.Date;
let aheadMs = 0;

/**
 * Moves the clock of this process to `now`; it goes on from there. The time-skipping server moves only its own clock and that of the
 * workflows, while activities, store and API read `Date`: this keeps them together, as they are in life.
 */
export function moveClockTo(now: number): void {
  aheadMs = now - RealDate.now();
}

const time = () => RealDate.now() + aheadMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given) => Reflect.construct(target, given.length === 0 ? [time()] : given) as Date,
  get: (target, name) => (name === 'now' ? time : (Reflect.get(target, name) as unknown)),
});
