const MAX_LENGTH = 256;

/**
 * A name as it is kept: whole up to 256 characters (UTF-16), else its beginning and "…", never cut inside one. A name
 * is as long as whoever wrote it liked, and there is room for a list of them only while each is short.
 */
export function toKeptName(whole: string): string {
  if (whole.length <= MAX_LENGTH) return whole;
  // One more than is allowed, since half a character may have to go: what was cut is always told by its length.
  return `${whole.slice(0, MAX_LENGTH + 1).replace(/\p{Surrogate}$/u, '')}…`;
}

/** False for a name that {@link toKeptName} has cut: to write it back would cut it on the profile as well. */
export function isWholeName(kept: string): boolean {
  return kept.length <= MAX_LENGTH;
}
