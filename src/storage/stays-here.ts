/** For `storage.sync` that is off, full or asked too often: what it should have carried stays in this browser. */
export function staysHere(): undefined {
  return undefined;
}
