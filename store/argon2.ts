/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB and two passes. */
export const argon2 = {
  iterations: 2,
  memorySize: 19_456,
  parallelism: 1,
  hashLength: 32,
  outputType: 'encoded' as const,
};
