import type { Marionette } from './marionette';
import { runInBrowser } from './marionette-scripts';
import type { Stoppable } from './stop-for-good';

const STATE = `return WebExtensionPolicy.getByID(arguments[0]).extension.backgroundState`;

// What Firefox itself does after half a minute without events; the option keeps work under way from putting it off.
const TERMINATE = `
  return WebExtensionPolicy.getByID(arguments[0]).extension
    .terminateBackground({ disableResetIdleForTest: true })`;

/** The extension's event page, asked about and stopped with the rights of the browser. */
export function firefoxBackground(marionette: Marionette, extensionId: string): Stoppable {
  return {
    isRunning: async () => (await runInBrowser(marionette, STATE, [extensionId])) !== 'stopped',
    async stop() {
      await runInBrowser(marionette, TERMINATE, [extensionId]);
    },
  };
}
