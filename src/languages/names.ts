import { canonicalTag } from './tags';

/** What the browser itself knows of names: nearly every language in Firefox, some 190 languages in Chromium. */
export interface LanguageNames {
  /** The name in the language of the pages; null where the browser has none or the tag is malformed. */
  uiName(tag: string): string | null;
  /** The name in the language itself; null where the browser has none or the tag is malformed. */
  ownNameByIntl(tag: string): string | null;
}

/**
 * Names by `Intl` for pages in the given locale. Varieties are named after their language, so that they sort beside
 * it: "Portuguese (Brazil)".
 */
export function languageNames(uiLocale: string): LanguageNames {
  const ui = displayNames(canonicalTag(uiLocale) ?? 'en');
  return {
    uiName: (tag) => nameIn(ui, knownTag(tag)),
    ownNameByIntl(tag) {
      const known = knownTag(tag);
      // An unsupported locale would silently answer in the browser's own language.
      const isSupported = known !== null && Intl.DisplayNames.supportedLocalesOf(known).length > 0;
      return isSupported ? nameIn(displayNames(known), known) : null;
    },
  };
}

/** Each takes longer to make than a list to show. */
const made = new Map<string, Intl.DisplayNames>();

function displayNames(locale: string): Intl.DisplayNames {
  const before = made.get(locale);
  if (before) return before;
  const names = new Intl.DisplayNames(locale, {
    type: 'language',
    languageDisplay: 'standard',
    fallback: 'none',
  });
  made.set(locale, names);
  return names;
}

function nameIn(names: Intl.DisplayNames, tag: string | null): string | null {
  if (tag === null) return null;
  try {
    return names.of(tag) ?? null;
  } catch {
    // A valid tag with an extension ("art-x-dothraki") is a RangeError here.
    return null;
  }
}

/** The tag as `Intl` may be asked for it; null where it is malformed or `Intl` would answer for another language. */
function knownTag(tag: string): string | null {
  const canonical = canonicalTag(tag);
  if (canonical === null) return null;
  return new Intl.Locale(canonical).language === canonical.split('-', 1)[0] ? canonical : null;
}
