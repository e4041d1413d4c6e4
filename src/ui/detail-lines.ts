/** What is copied for support: a line per fact, in this order; what is not known is a dash. */
export function detailLines(facts: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value ?? '-'}`)
    .join('\n');
}
