/** `mail-code-accepted` → `Mail code accepted`. */
export function asWords(slug: string): string {
  const words = slug.replace(/[-_.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
