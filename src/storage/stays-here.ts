/** For `storage.sync` that is off, full or asked too often: what was chosen stays in this browser. */
export function staysHere(): undefined {
  return undefined;
}
