/** Names of what can get the focus by `PopupState.wanted`, beside the keys of lines. */

/** Where a language is searched for. */
export const SEARCH = 'search';

/** The Undo button. */
export const UNDO = 'undo';

/** The note about edits that could not be read. */
export const UNREADABLE = 'unreadable';

/** The button that opens and closes the details of a line. */
export function detailsButtonOf(lineKey: string): string {
  return `details of ${lineKey}`;
}

/** The handle that moves a line. */
export function handleOf(lineKey: string): string {
  return `handle of ${lineKey}`;
}

/** The choice of who can see the language of a line, in its details. */
export function audienceOf(lineKey: string): string {
  return `audience of ${lineKey}`;
}

/** A button that moves a line, by its word. */
export function moveButtonOf(label: string, lineKey: string): string {
  return `${label} of ${lineKey}`;
}
