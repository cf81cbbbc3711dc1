/** Names that mean something to a database or to the language, and nothing to us. */
const forbiddenNames = ['__proto__', 'constructor', 'prototype'];
const pieces = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Reads JSON as strictly as security.md X-04 asks: no name twice in one object, none with a meaning of its own. `JSON.parse` alone
 * lets the last of two equal names win, so that two readers of one request may understand different things.
 * @throws SyntaxError
 */
export function parseStrictly(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  // What parses is well formed: a string before a colon is a name, and braces match.
  for (const [piece] of text.matchAll(pieces)) {
    if (piece === '{') open.push(new Set());
    else if (piece === '[') open.push(undefined);
    else if (piece === '}' || piece === ']') open.pop();
    else if (piece === ':') takeName(JSON.parse(last) as string, open.at(-1));
    last = piece;
  }
  return value;
}

function takeName(name: string, taken: Set<string> | undefined): void {
  const hasMeaning = forbiddenNames.includes(name) || name.startsWith('$') || /[.\0]/.test(name);
  if (hasMeaning) throw new SyntaxError('a name that is not allowed');
  if (taken?.has(name) === true) throw new SyntaxError('a name that stands twice');
  taken?.add(name);
}
