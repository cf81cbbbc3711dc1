/**
 * A moment as people write it, in UTC: "Thursday, 28 May 2026 at 20:26 UTC".
 * @param ms milliseconds since 1970
 * @param locale BCP 47; an unknown one reads like English. The words stay English, like the message; order and clock follow the region.
 */
export function moment(ms: number, locale: string): string {
  const format = new Intl.DateTimeFormat(dateLocale(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  });
  // Newer Unicode data sets a narrow no-break space before am and pm, which older mailboxes cannot show.
  return format.format(ms).replace(/[\u202f\u00a0]/g, ' ');
}

function dateLocale(locale: string): string {
  const { language, region } = known(locale).maximize();
  if (language === 'en' && region === undefined) return 'en';
  const english = `en-${region ?? 'US'}`;
  const isWritten = new Intl.DateTimeFormat(english).resolvedOptions().locale === english;
  return isWritten ? english : 'en-001';
}

function known(locale: string): Intl.Locale {
  try {
    return new Intl.Locale(locale);
  } catch {
    return new Intl.Locale('en');
  }
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(items: string[], locale: string): string {
  return new Intl.ListFormat(dateLocale(locale), { type: 'conjunction' }).format(items);
}
