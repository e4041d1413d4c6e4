/** One challenge of a `WWW-Authenticate` header: scheme and parameter names in lower case, first mention wins. */
export interface AuthChallenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const TOKEN = String.raw`[!#$%&'*+.^_\`|~\w-]+`;
const GAP = /[\s,]*/y;
// Plain values are taken as they come: base64 without quotes is not a token, yet clear.
const PARAMETER = new RegExp(
  String.raw`(${TOKEN})[ \t]*=[ \t]*(?:([^\s,"]+)|"((?:[^"\\]|\\.)*)")(?=[\s,]|$)`,
  'sy',
);
// A scheme, perhaps with one unnamed value as in `Negotiate YII=`. Firefox joins headers by line breaks.
const SCHEME = new RegExp(String.raw`(${TOKEN})(?:[ \t]+[\w.~+/-]+=*(?=[ \t]*(?:[,\n]|$)))?(?=[\s,]|$)`, 'y');

/**
 * The challenges of a `WWW-Authenticate` header, in order; what follows a syntax error is left out. Splitting at commas
 * would not do: they separate challenges as well as parameters, and occur inside quotes.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.www-authenticate
 */
export function readAuthChallenges(header: string): AuthChallenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let position = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = position;
    const match = pattern.exec(header);
    if (match) position = pattern.lastIndex;
    return match;
  };
  for (;;) {
    take(GAP);
    const current = challenges.at(-1);
    const parameter = current && take(PARAMETER);
    if (parameter) {
      const [, name = '', plain, quoted = ''] = parameter;
      const key = name.toLowerCase();
      if (!current.parameters.has(key)) {
        current.parameters.set(key, plain ?? quoted.replace(/\\(.)/gs, '$1'));
      }
      continue;
    }
    const scheme = take(SCHEME)?.[1];
    if (scheme === undefined) return challenges;
    challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
  }
}
