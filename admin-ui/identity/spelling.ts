const names: Record<string, string> = {
  '0': 'zero',
  '1': 'one',
  '2': 'two',
  '3': 'three',
  '4': 'four',
  '5': 'five',
  '6': 'six',
  '7': 'seven',
  '8': 'eight',
  '9': 'nine',
  A: 'Alfa',
  B: 'Bravo',
  C: 'Charlie',
  D: 'Delta',
  E: 'Echo',
  F: 'Foxtrot',
  G: 'Golf',
  H: 'Hotel',
  J: 'Juliett',
  K: 'Kilo',
  M: 'Mike',
  N: 'November',
  P: 'Papa',
  Q: 'Quebec',
  R: 'Romeo',
  S: 'Sierra',
  T: 'Tango',
  V: 'Victor',
  W: 'Whiskey',
  X: 'X‑ray',
  Y: 'Yankee',
  Z: 'Zulu',
};

export interface Spelled {
  symbol: string;
  /** As it is said on the phone. */
  said: string;
}

/** A restore code by its groups, each symbol with what to say. */
export function spelled(code: string): Spelled[][] {
  return code.split('-').map((group) => group.split(/(?=.)/).map((symbol) => ({ symbol, said: said(symbol) })));
}

function said(symbol: string): string {
  const name = names[symbol];
  if (name === undefined) throw new Error('a restore code has no such symbol');
  return /[0-9]/.test(symbol) ? `the number ${name}` : `${symbol} as in ${name}`;
}
