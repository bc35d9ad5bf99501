/** Turns values into text of one locale. Message functions get it as their second argument. */
export interface Format {
  number(value: number): string;
  /** "A, B, and C". */
  list(items: readonly string[]): string;
  /** A day in words. Takes an ISO 8601 date, of which the time and the zone are left out: it is that day for everyone. Anything else comes back as it is. */
  date(iso: string): string;
  /** The form that the locale's plural rules choose (CLDR: zero, one, two, few, many, other). */
  plural(count: number, forms: PluralForms): string;
  /**
   * Untrusted text that is to stand inside a sentence: one line, at most 80 characters, without controls, and isolated
   * where it runs from right to left (Unicode Technical Report 36, §2.7), so that it cannot rearrange the words around it.
   */
  isolate(text: string): string;
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const longestIsolated = 80;
const controls = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** @param locale A BCP 47 language tag. One that is not valid counts as `en`: a wrong tag must not cost the page. */
export function createFormat(locale: string): Format {
  const tag = isLanguageTag(locale) ? locale : 'en';
  const numbers = new Intl.NumberFormat(tag);
  const plurals = new Intl.PluralRules(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
    date(iso) {
      const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(iso) ?? [];
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      // A day that no month has would become one of the next.
      return date.getUTCDate() === Number(day) ? dates.format(date) : iso;
    },
    plural: (count, forms) => forms[plurals.select(count)] ?? forms.other,
    isolate(text) {
      const characters = [...text.replaceAll(controls, ' ')];
      const line =
        characters.length > longestIsolated ? `${characters.slice(0, longestIsolated).join('')}…` : characters.join('');
      return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
    },
  };
}

function isLanguageTag(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}
