import fc from 'fast-check';

/** A body that is not as Graph meant it, and in which way. */
export interface Mutation {
  readonly how: string;
  readonly text: string;
}

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  -0,
  7,
  '',
  'x',
  [],
  {},
  ['x'],
  { id: 'x' },
  'x'.repeat(2_000),
];
const ODD_NUMBERS = ['1e400', '-1e400', '9007199254740993', '0.1e-999', '9'.repeat(1_000), '-0', '01', 'NaN'];

/** One mutation of a body, as a broken or hostile party on the way would make it. */
export function mutationOf(body: object): fc.Arbitrary<Mutation> {
  const text = JSON.stringify(body);
  const place = fc.nat({ max: text.length - 1 });
  const part = fc.constantFrom(...pathsOf(body));
  const replaced = (how: string, path: readonly string[], json: string): Mutation => ({
    how,
    // A text that occurs nowhere else, so that the JSON can be put in as it is.
    text: JSON.stringify(withPart(body, path, '\u0000here')).replace(String.raw`"\u0000here"`, () => json),
  });
  const mutations = fc.oneof(
    place.map((end) => ({ how: 'truncated', text: text.slice(0, end) })),
    fc.tuple(place, fc.string({ unit: 'binary', minLength: 0, maxLength: 1 })).map(([at, other]) => ({
      how: 'one character is another',
      text: text.slice(0, at) + other + text.slice(at + 1),
    })),
    fc.tuple(place, place).map(([from, to]) => ({
      how: 'a part is repeated',
      text: text.slice(0, Math.max(from, to)) + text.slice(Math.min(from, to)),
    })),
    fc
      .tuple(part, fc.constantFrom(...ODD_VALUES))
      .map(([path, value]) => replaced('another type', path, JSON.stringify(value))),
    fc
      .tuple(part, fc.constantFrom(...ODD_NUMBERS))
      .map(([path, value]) => replaced('a huge number', path, value)),
    fc
      .tuple(part, fc.constantFrom(10, 1_000, 20_000))
      .map(([path, depth]) => replaced('deep', path, '['.repeat(depth) + ']'.repeat(depth))),
    fc
      .tuple(part, fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'value'), fc.jsonValue())
      .map(([path, key, value]) =>
        replaced('a key of prototypes', path, `{"${key}":${JSON.stringify(value)},"id":"odd","tag":"cy"}`),
      ),
    part.map((path) => replaced('a list in a list', path, `{"value":${text}}`)),
  ); // Half a character does not travel: what arrives in its place is what was sent.
  return mutations.map((mutation) => ({ ...mutation, text: Buffer.from(mutation.text).toString() }));
}

/** The way to every part of a value. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, part]) => pathsOf(part).map((path) => [key, ...path]))];
}

function withPart(value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined) return part;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => (String(index) === key ? withPart(each, rest, part) : each));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === key ? withPart(each, rest, part) : each]),
  );
}
