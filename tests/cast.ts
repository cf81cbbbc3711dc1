import { afterAll, beforeAll, inject } from 'vitest';
import { Cast } from '../embedded/people/cast.ts';

/** People, staff and a service of a test file's own, on the world that all files share. Call at the top of the file. */
export function useCast(): { readonly cast: Cast } {
  let assembled: Cast | undefined;
  beforeAll(async () => {
    assembled = await Cast.assemble({ settings: inject('settings'), urls: inject('urls') });
  });
  afterAll(async () => {
    await assembled?.close();
  });
  return {
    get cast() {
      if (assembled === undefined) throw new Error('the cast is not assembled yet');
      return assembled;
    },
  };
}
