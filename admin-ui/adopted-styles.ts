import createCache, { type EmotionCache } from '@emotion/cache';
import { StyleSheet, type Options } from '@emotion/sheet';

/**
 * Emotion with constructable style sheets in place of `<style>` elements: a content security policy without 'unsafe-inline' and
 * without nonces lets them pass, so the page can be served as a plain file.
 */
class AdoptedStyleSheet extends StyleSheet {
  private readonly rules = new CSSStyleSheet();

  constructor(options: Options) {
    super(options);
    const isGlobal = options.key.endsWith('-global');
    const adopted = document.adoptedStyleSheets;
    // Global rules must lose against those of a component, whenever they arrive.
    document.adoptedStyleSheets = isGlobal ? [this.rules, ...adopted] : [...adopted, this.rules];
  }

  override insert(rule: string): void {
    try {
      this.rules.insertRule(rule, this.rules.cssRules.length);
    } catch {
      // A selector of another browser's vendor (`:-moz-…`): emotion drops it the same way.
    }
  }

  override hydrate(): void {
    // Nothing is rendered on a server.
  }

  override flush(): void {
    this.rules.replaceSync('');
  }
}

export function adoptedStyles(): EmotionCache {
  const cache = createCache({ key: 'lk' });
  cache.sheet = new AdoptedStyleSheet({ key: cache.key, container: document.head });
  return cache;
}
