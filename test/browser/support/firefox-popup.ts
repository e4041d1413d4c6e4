import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Marionette } from './marionette';
import { runInBrowser, type PageFunction } from './marionette-scripts';
import { poll } from './poll';

/**
 * The popup, under the toolbar button or in the sidebar. It is no window to WebDriver: functions can run in it, real
 * input cannot reach it.
 */
export interface FirefoxPopup {
  evaluate<Arguments extends unknown[]>(body: PageFunction<Arguments>, ...args: Arguments): Promise<unknown>;
  /** Runs the function in the popup and closes it from inside in the same tick; resolves when it is gone. */
  evaluateAndClose<Arguments extends unknown[]>(
    act: PageFunction<Arguments>,
    ...args: Arguments
  ): Promise<void>;
  isOpen(): Promise<boolean>;
}

/** The browser element in which the popup is, by where it was opened. */
const FIND_UNDER_BUTTON = `
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = win.document.querySelector('browser.webextension-popup-browser');`;
const FIND_IN_SIDEBAR = `
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  const sidebar = win.SidebarController.isOpen ? win.SidebarController.browser : null;
  const popup = sidebar?.contentDocument?.getElementById('webext-panels-browser') ?? null;`;

const OPEN = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  return ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(win, false)`;

/** Firefox names a sidebar after the extension's id, in which it keeps letters, digits, "_" and "-" only. */
const OPEN_SIDEBAR = `
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  const name = arguments[0].toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  return win.SidebarController.show(name + '-sidebar-action')`;

const IS_OPEN = 'return popup !== null';

const IS_LOADED = `
  return popup?.currentURI.scheme === 'moz-extension' && !popup.webProgress.isLoadingDocument`;

// Frame scripts still run in the process of the page, and a sandbox on the page sees what the page sees.
const EVALUATE = `
  const [source, answer] = arguments;
  const script = 'new Promise((resolve) => resolve(' + source + '))'
    + '.then((value) => JSON.stringify({ value }), (error) => JSON.stringify({ error: String(error) }))';
  const frameScript = 'Cu.evalInSandbox(' + JSON.stringify(script)
    + ', Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }))'
    + '.then((text) => sendAsyncMessage(' + JSON.stringify(answer) + ', text))';
  return new Promise((resolve) => {
    popup.messageManager.addMessageListener(answer, ({ data }) => resolve(data));
    popup.addEventListener('DOMWindowClose', () => resolve('{}'), { once: true });
    popup.messageManager.loadFrameScript('data:application/javascript,' + encodeURIComponent(frameScript), false);
  })`;

const Answer = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ value: v.optional(v.unknown()), error: v.optional(v.string()) }),
);

/** Presses the toolbar button and resolves with the popup, loaded. */
export async function openFirefoxPopup(marionette: Marionette, extensionId: string): Promise<FirefoxPopup> {
  await runInBrowser(marionette, OPEN, [extensionId]);
  return whenLoaded(marionette, FIND_UNDER_BUTTON);
}

/** Opens the sidebar with the popup in it, loaded. */
export async function openFirefoxSidebar(marionette: Marionette, extensionId: string): Promise<FirefoxPopup> {
  await runInBrowser(marionette, OPEN_SIDEBAR, [extensionId]);
  return whenLoaded(marionette, FIND_IN_SIDEBAR);
}

export async function closeFirefoxSidebar(marionette: Marionette): Promise<void> {
  await runInBrowser(marionette, `${FIND_IN_SIDEBAR} win.SidebarController.hide()`, []);
}

/** Whether the popup is in the sidebar now. */
export async function isFirefoxSidebarOpen(marionette: Marionette): Promise<boolean> {
  return (await runInBrowser(marionette, FIND_IN_SIDEBAR + IS_OPEN, [])) === true;
}

async function whenLoaded(marionette: Marionette, find: string): Promise<FirefoxPopup> {
  const ask = async (question: string) => (await runInBrowser(marionette, find + question, [])) === true;
  await poll('the popup to open', () => ask(IS_LOADED));
  return {
    isOpen: () => ask(IS_OPEN),
    evaluate: (body, ...args) => evaluate(`(${body.toString()})(...${JSON.stringify(args)})`),
    async evaluateAndClose(act, ...args) {
      await evaluate(`[(${act.toString()})(...${JSON.stringify(args)}), window.close()].at(1)`);
      await poll('the popup to close', async () => !(await ask(IS_OPEN)));
    },
  };

  async function evaluate(source: string): Promise<unknown> {
    const answer = `profile-languages:${randomUUID()}`;
    const reply = await runInBrowser(marionette, find + EVALUATE, [source, answer]);
    const { value, error } = v.parse(Answer, reply);
    if (error !== undefined) throw new Error(`In the popup: ${error}`);
    return value ?? null;
  }
}
