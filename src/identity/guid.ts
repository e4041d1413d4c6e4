const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for the 36 characters in which Entra writes the ids of directories, accounts and registrations. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}
