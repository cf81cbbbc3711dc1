import createCache, { type EmotionCache } from '@emotion/cache';
import { StyleSheet } from '@emotion/sheet';

type Options = ConstructorParameters<typeof StyleSheet>[0];

/**
 * Rules go to a constructed style sheet instead of a `<style>` element, which a content security policy of `style-src 'self'`
 * would refuse. Constructed sheets are not inline styles (CSP level 3, §8.3).
 */
class AdoptedSheet extends StyleSheet {
  readonly #sheet = new CSSStyleSheet();

  constructor(options: Options) {
    super({ ...options, speedy: true });
    // Emotion flushes a global sheet before it writes it anew only if it sees a tag; this one never enters the document.
    this.tags = [document.createElement('style')];
    const { adoptedStyleSheets } = document;
    // What is meant for the whole page goes first, so that a component's own rule wins.
    document.adoptedStyleSheets = options.key.endsWith('-global')
      ? [this.#sheet, ...adoptedStyleSheets]
      : [...adoptedStyleSheets, this.#sheet];
  }

  override insert(rule: string): void {
    try {
      this.#sheet.insertRule(rule, this.#sheet.cssRules.length);
    } catch (error) {
      // Prefixed selectors of other browsers are not parsed here, and not needed either.
      if (!(error instanceof DOMException) || error.name !== 'SyntaxError') throw error;
    }
  }

  override flush(): void {
    this.#sheet.replaceSync('');
  }
}

export function adoptedCache(): EmotionCache {
  const cache = createCache({ key: 'lk' });
  cache.sheet = new AdoptedSheet({ key: cache.key, container: document.head });
  return cache;
}
