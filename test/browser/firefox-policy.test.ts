import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './support/firefox';
import { type FirefoxPolicies, firefoxPolicies } from './support/firefox-policies';
import { canPrescribe } from './support/managed-policy';
import { createTemporaryFolder } from './support/temporary-folder';

/** The production build under a policy that is laid down for real. Firefox reads policies when it starts. */

/** Not the extension's own: no policy reaches what others test at the same time. */
const ID = 'policy-test@profile-languages.example';
const CONTOSO = {
  cloud: 'us-gov-l4',
  tenant: '11111111-2222-4333-8444-555555555555',
  clientId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
};
const PRESCRIBED = 'Your organisation has set this. It cannot be changed here.';

let policies: FirefoxPolicies;
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
let extensionDir: string;
let firefox: Firefox | undefined;

/** Runs in the settings. */
const readFields = () =>
  [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].map(
    ({ value, disabled }) => ({ value, disabled }),
  );

async function launch(): Promise<Firefox> {
  firefox = await launchFirefox({ extensionDir });
  await firefox.openPopupPage();
  return firefox;
}

async function readSettings(browser: Firefox) {
  await browser.navigate(browser.popupUrl.replace('popup', 'options'));
  await browser.waitForElement({ role: 'textbox', name: 'Tenant' });
  return browser.evaluate(readFields);
}

describe.skipIf(process.platform !== 'linux' || !(await canPrescribe()))(
  'what an administrator prescribes',
  () => {
    beforeAll(async () => {
      policies = await firefoxPolicies();
      folder = await createTemporaryFolder('policy');
      extensionDir = path.join(folder.path, 'extension');
      await cp('dist/firefox', extensionDir, { recursive: true });
      const file = path.join(extensionDir, 'manifest.json');
      const manifest = JSON.parse(await readFile(file, 'utf8')) as { browser_specific_settings: object };
      const gecko = { id: ID, strict_min_version: '142.0' };
      await writeFile(file, JSON.stringify({ ...manifest, browser_specific_settings: { gecko } }));
    });

    afterEach(async () => {
      await policies.restore();
      await firefox?.close();
      firefox = undefined;
    });

    afterAll(() => folder.remove());

    it('configures the popup and locks the settings', async () => {
      await policies.prescribe(ID, CONTOSO);
      const browser = await launch();
      await browser.waitForElement({ role: 'button', name: 'Sign in' });
      expect(await readSettings(browser)).toEqual(
        Object.values(CONTOSO).map((value) => ({ value, disabled: true })),
      );
      await browser.waitForElement(`//*[normalize-space()="${PRESCRIBED}"]`);
    });

    it('leaves the rest to the person, and names what cannot be read', async () => {
      await policies.prescribe(ID, { tenant: 'fabrikam.example', clientId: 'none' });
      const browser = await launch();
      await browser.waitForElement({ role: 'heading', name: 'One thing is missing' });
      expect(await readSettings(browser)).toEqual([
        { value: 'global', disabled: false },
        { value: 'fabrikam.example', disabled: true },
        { value: '', disabled: false },
      ]);
      await browser.waitForElement('//*[contains(text(), "was left out: clientId.")]');
    });

    it('counts no more when it has gone', async () => {
      const browser = await launch();
      await browser.waitForElement({ role: 'heading', name: 'One thing is missing' });
      expect(await readSettings(browser)).toContainEqual({ value: '', disabled: false });
    });
  },
);
