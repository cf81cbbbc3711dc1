/** A build for one organisation has the address of its server built in. */
const builtIn: unknown = import.meta.env.VITE_LATCHKEY_SERVER;

export const isServerBuiltIn = typeof builtIn === 'string' && builtIn !== '';

/** The server of an installation that was told no other. */
export const homeServer: string = typeof builtIn === 'string' && builtIn !== '' ? builtIn : location.origin;
