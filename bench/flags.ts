import { parseArgs } from 'node:util';

export interface Plan {
  /** how many migrations at a time, and how many each of them goes through in a round */
  crowds: { atOnce: number; each: number }[];
  /** rounds of ours and floor in turn, so that a busy moment of the machine touches both */
  rounds: number;
  /** recoveries that wait while memory is measured */
  waiting: number;
  /** recoveries that the console's list is measured over */
  recoveries: number;
  /** times that each page of the list is asked for */
  asks: number;
  isQuick: boolean;
}

const usual = {
  crowds: [
    { atOnce: 1, each: 20 },
    { atOnce: 16, each: 6 },
    { atOnce: 64, each: 2 },
  ],
  rounds: 3,
  waiting: 5_000,
  recoveries: 100_000,
  asks: 20,
};
const quick: typeof usual = {
  crowds: [
    { atOnce: 1, each: 8 },
    { atOnce: 16, each: 4 },
    { atOnce: 64, each: 1 },
  ],
  rounds: 1,
  waiting: 300,
  recoveries: 5_000,
  asks: 5,
};

/** @throws Error for what is no flag of ours, or no number */
export function planFrom(args: string[]): Plan {
  const { values } = parseArgs({
    args,
    options: { quick: { type: 'boolean' }, waiting: { type: 'string' }, recoveries: { type: 'string' } },
  });
  const isQuick = values.quick === true;
  const plan = isQuick ? quick : usual;
  return {
    ...plan,
    isQuick,
    waiting: count('waiting', values.waiting) ?? plan.waiting,
    recoveries: count('recoveries', values.recoveries) ?? plan.recoveries,
  };
}

function count(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,7}$/.test(text)) throw new Error(`--${flag} takes a whole number`);
  return Number(text);
}
