/** Written by people whom we do not know, or chosen by their devices. */
const freeText = new Set(['name', 'device', 'toDevice', 'fromDevice', 'unpaired', 'reason']);
const longest = 200;

/**
 * Facts as they may be shown: one line each, no control characters, and no direction marks that turn a sentence around. In free text
 * nothing is left that a mailbox would make a link of. (Escaping is the renderer's part.)
 */
export function harmless<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, cleaned(name, value)])) as Facts;
}

function cleaned(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => cleaned(name, item));
  if (typeof value !== 'string') return value;
  const line = value
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .trim();
  return freeText.has(name) ? unlinked(shortened(line)) : line;
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

/** An invisible word joiner (U+2060) keeps `evil.example` and `https://` from becoming links. */
function unlinked(text: string): string {
  return text.replace(/([.:])(?=[\p{L}/])/gu, '$1\u2060');
}
