interface Writing {
  moments: Intl.DateTimeFormat;
  lists: Intl.ListFormat;
}

/** Making a format takes longer than writing a letter. One a region, so there are never more than some hundred. */
const writings = new Map<string, Writing>();

/**
 * A moment as people write it, in UTC: "Thursday, 28 May 2026 at 20:26 UTC".
 * @param ms milliseconds since 1970
 * @param locale BCP 47; an unknown one reads like English. The words stay English, like the message; order and clock follow the region.
 */
export function moment(ms: number, locale: string): string {
  // Newer Unicode data sets a narrow no-break space before am and pm, which older mailboxes cannot show.
  return writingOf(locale)
    .moments.format(ms)
    .replace(/[\u202f\u00a0]/g, ' ');
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(items: string[], locale: string): string {
  return writingOf(locale).lists.format(items);
}

function writingOf(locale: string): Writing {
  const { language, region } = known(locale).maximize();
  const wanted = language === 'en' && region === undefined ? 'en' : `en-${region ?? 'US'}`;
  const writing = writings.get(wanted) ?? newWriting(wanted);
  writings.set(wanted, writing);
  return writing;
}

function newWriting(wanted: string): Writing {
  const isWritten = new Intl.DateTimeFormat(wanted).resolvedOptions().locale === wanted;
  const english = isWritten ? wanted : 'en-001';
  return {
    moments: new Intl.DateTimeFormat(english, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
      timeZoneName: 'short',
    }),
    lists: new Intl.ListFormat(english, { type: 'conjunction' }),
  };
}

function known(locale: string): Intl.Locale {
  try {
    return new Intl.Locale(locale);
  } catch {
    return new Intl.Locale('en');
  }
}
