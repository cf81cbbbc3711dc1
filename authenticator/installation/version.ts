const built: unknown = import.meta.env.VITE_LATCHKEY_VERSION;

/** Of this app, as it was built. */
export const version = typeof built === 'string' ? built : 'unknown';
