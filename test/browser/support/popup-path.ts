/** Where the popup lies in every build; `manifest.json` names it too. */
export const POPUP_PATH = 'src/popup/index.html';
