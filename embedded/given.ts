/** @returns what the environment says, or undefined where it says nothing: an empty variable counts as not set */
export function given(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}
