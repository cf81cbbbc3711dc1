/** Without this a browser short of space may drop the keys, and everything that hangs on them. */
export async function keepStorage(): Promise<void> {
  await navigator.storage.persist();
}
