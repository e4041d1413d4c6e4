/**
 * Reads an unknown value: gives it as T, copied part by part, or undefined where it is none. Never throws.
 *
 * These few readers are for what pages load before their first paint: there a library's share would be an eighth of
 * all that the popup may weigh. Answers from outside, which only the worker reads, are read with one.
 */
export type Read<T> = (value: unknown) => T | undefined;

type Result<R> = R extends Read<infer T> ? T : never;
type Parts = Readonly<Record<string, Read<unknown>>>;
type Shape<P extends Parts> = { [Name in keyof P]: Result<P[Name]> };

export const text: Read<string> = (value) => (typeof value === 'string' ? value : undefined);

/** Text of which that is true. */
export function textThat(isGood: (text: string) => boolean): Read<string> {
  return (value) => (typeof value === 'string' && isGood(value) ? value : undefined);
}

export const flag: Read<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const number: Read<number> = (value) => (Number.isFinite(value) ? Number(value) : undefined);

/** A whole number, 0 or more. */
export const count: Read<number> = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;

/** The last moment that a `Date` can be, epoch milliseconds. */
const LAST_MS = 8.64e15;

/** Milliseconds, of a clock or of a wait: 0 or more, and no later than a `Date` can be. */
export const milliseconds: Read<number> = (value) =>
  Number.isFinite(value) && Number(value) >= 0 && Number(value) <= LAST_MS ? Number(value) : undefined;

/** One of the given words and no other. */
export function oneOf<const W extends string>(...words: readonly W[]): Read<W> {
  return (value) => words.find((word) => word === value);
}

export const nothing: Read<null> = (value) => (value === null ? null : undefined);

export function nullable<T>(read: Read<T>): Read<T | null> {
  return (value) => (value === null ? null : read(value));
}

/** The first reading that succeeds. */
export function anyOf<R extends Read<unknown>>(...reads: readonly R[]): Read<Result<R>> {
  return (value) => {
    for (const read of reads) {
      const result = read(value);
      // Each reading is of one of the types that are promised.
      if (result !== undefined) return result as Result<R>;
    }
    return undefined;
  };
}

/** A list in which every item can be read. */
export function listOf<T>(read: Read<T>): Read<T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map(read).filter((item) => item !== undefined);
    return items.length === value.length ? items : undefined;
  };
}

/** An object whose own values can all be read, under any names. */
export function recordOf<T>(read: Read<T>): Read<Record<string, T>> {
  return (value) => {
    if (!isObject(value)) return undefined;
    const result: [string, T][] = [];
    for (const [name, part] of Object.entries(value)) {
      const item = read(part);
      if (item === undefined) return undefined;
      result.push([name, item]);
    }
    return Object.fromEntries(result);
  };
}

/** An object with all of these parts; what else it carries is left behind. */
export function shape<P extends Parts>(parts: P): Read<Shape<P>> {
  const readers = Object.entries(parts);
  return (value) => readParts<P>(value, readers, true);
}

/** An object with any of these parts; one that is there must be readable. */
export function partial<P extends Parts>(parts: P): Read<Partial<Shape<P>>> {
  const readers = Object.entries(parts);
  return (value) => readParts<P>(value, readers, false);
}

/** An object with the parts of the one and of the other. */
export function both<A extends object, B extends object>(one: Read<A>, other: Read<B>): Read<A & B> {
  return (value) => {
    const [a, b] = [one(value), other(value)];
    return a && b && { ...a, ...b };
  };
}

function readParts<P extends Parts>(
  value: unknown,
  readers: readonly [string, Read<unknown>][],
  isComplete: boolean,
): Shape<P> | undefined {
  if (!isObject(value)) return undefined;
  const result: Record<string, unknown> = {};
  for (const [name, read] of readers) {
    if (!isComplete && !Object.hasOwn(value, name)) continue;
    const part = Object.hasOwn(value, name) ? read(value[name]) : undefined;
    if (part === undefined) return undefined;
    result[name] = part;
  }
  // Every part was read by the reader that gives its type.
  return result as Shape<P>;
}

/** True for an object that is no list: one with named parts. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
