import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useStage } from './support/stage';

const stage = useStage();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it is now: rule and first element. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe.each(['light', 'dark'] as const)('the popup, %s,', (colorScheme) => {
  it('has nothing that axe objects to while signed out', async () => {
    await stage.beginSignedOut();
    await stage.popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await faultsOf(stage.popup)).toEqual([]);
  });

  describe('while signed in', () => {
    beforeAll(async () => {
      await stage.beginSignedIn();
      await stage.popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    });

    it.each<[string, () => Promise<unknown>]>([
      ['at rest', () => Promise.resolve()],
      ['with details open', () => stage.person.press('Details of German')],
      [
        'with skills that differ',
        () => stage.popup.getByRole('combobox', { name: 'Writing of German' }).selectOption('elementary'),
      ],
      ['with a search', () => stage.popup.getByRole('combobox', { name: 'Add a language' }).fill('nor')],
      [
        'with a search that finds nothing',
        () => stage.popup.getByRole('combobox', { name: 'Add a language' }).fill('qqzz'),
      ],
      ['with the menu', () => stage.person.press('Account and settings')],
      [
        'with what was removed lately',
        async () => {
          await stage.person.press('Details of Welsh');
          await stage.person.press('Remove Welsh');
          await stage.person.press('Account and settings');
          await stage.person.press('Recently removed');
        },
      ],
    ])('has nothing that axe objects to %s', async (_, act) => {
      await act();
      expect(await faultsOf(stage.popup)).toEqual([]);
    });
  });
});
