/** One `messages.json` as browsers read it. */
export type Messages = Readonly<Record<string, Message>>;

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/**
 * `i18n.getMessage` over these words with the browser's rules: what the first does not have is taken from the next,
 * and a key that none has gives an empty text.
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/i18n/getMessage
 */
export function messageReader(...catalogues: readonly Messages[]) {
  return (key: string, substitutions: string | readonly string[] = []): string => {
    const entry = catalogues.map((messages) => messages[key]).find((found) => found !== undefined);
    if (entry === undefined) return '';
    const values = typeof substitutions === 'string' ? [substitutions] : substitutions;
    return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
      const content = entry.placeholders?.[name.toLowerCase()]?.content ?? '';
      return values[Number(content.slice(1)) - 1] ?? '';
    });
  };
}
