import { expect, it } from 'vitest';
import { useStage } from './support/stage';

const stage = useStage();

it('is not there in a private window, where nobody could stay signed in', async () => {
  await stage.beginSignedIn();
  const { chromium, popup } = stage;
  expect(await popup.evaluate(() => chrome.extension.isAllowedIncognitoAccess())).toBe(false);
  const browser = await chromium.context.browser()?.newContext();
  const page = await browser?.newPage();
  await expect(page?.goto(chromium.popupUrl)).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
  await browser?.close();
  // The ordinary window goes on as if nothing had been.
  await stage.person.readsStatus('Saved to Microsoft 365');
});
