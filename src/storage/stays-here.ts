/**
 * For `storage.sync` that is off, full or asked too often, or what could not be noted of it: what it should have carried
 * stays in this browser until the next try.
 */
export function staysHere(): undefined {
  return undefined;
}
