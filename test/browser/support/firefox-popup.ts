import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Marionette } from './marionette';
import { runInBrowser, type PageFunction } from './marionette-scripts';
import { poll } from './poll';

/** The popup under the toolbar button. It is no window to WebDriver: functions can run in it, real input cannot reach it. */
export interface FirefoxPopup {
  evaluate<Arguments extends unknown[]>(body: PageFunction<Arguments>, ...args: Arguments): Promise<unknown>;
  /** Runs the function in the popup and closes it from inside in the same tick; resolves when it is gone. */
  evaluateAndClose<Arguments extends unknown[]>(
    act: PageFunction<Arguments>,
    ...args: Arguments
  ): Promise<void>;
  isOpen(): Promise<boolean>;
}

const FIND = `
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = win.document.querySelector('browser.webextension-popup-browser');`;

const OPEN = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  return ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(win, false)`;

const IS_OPEN = `${FIND} return popup !== null`;

const IS_LOADED = `${FIND}
  return popup?.currentURI.scheme === 'moz-extension' && !popup.webProgress.isLoadingDocument`;

// Frame scripts still run in the process of the page, and a sandbox on the page sees what the page sees.
const EVALUATE = `${FIND}
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
  await poll(
    'the toolbar popup to open',
    async () => (await runInBrowser(marionette, IS_LOADED, [])) === true,
  );
  const isOpen = async () => (await runInBrowser(marionette, IS_OPEN, [])) === true;
  return {
    isOpen,
    evaluate: (body, ...args) => evaluate(`(${body.toString()})(...${JSON.stringify(args)})`),
    async evaluateAndClose(act, ...args) {
      await evaluate(`[(${act.toString()})(...${JSON.stringify(args)}), window.close()].at(1)`);
      await poll('the toolbar popup to close', async () => !(await isOpen()));
    },
  };

  async function evaluate(source: string): Promise<unknown> {
    const answer = `profile-languages:${randomUUID()}`;
    const { value, error } = v.parse(Answer, await runInBrowser(marionette, EVALUATE, [source, answer]));
    if (error !== undefined) throw new Error(`In the popup: ${error}`);
    return value ?? null;
  }
}
