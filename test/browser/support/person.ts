import type { Locator, Page } from 'playwright-core';

/** What a person sees and does in an open popup. Everything that is sought waits at most ten seconds. */
export interface Person {
  /** Waits until exactly these words are on the page. */
  reads(words: string | RegExp): Promise<void>;
  /** Waits until the status line says exactly this. */
  readsStatus(words: string | RegExp): Promise<void>;
  press(button: string): Promise<void>;
  /** Asks for the list by the menu: a popup that is opened asks only where that was not done a moment ago. */
  refresh(): Promise<void>;
  row(language: string): Locator;
  level(language: string): Locator;
  choose(language: string, level: string): Promise<void>;
}

export function personAt(page: Page): Person {
  page.setDefaultTimeout(10_000);
  const level = (language: string) =>
    page.getByRole('combobox', { name: `Level of ${language}`, exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  return {
    reads: (words) => page.getByText(words, { exact: true }).waitFor(),
    readsStatus: (words) => page.locator('output').getByText(words, { exact: true }).waitFor(),
    press,
    async refresh() {
      await press('Account and settings');
      await press('Refresh');
    },
    row: (name) => page.getByRole('listitem', { name, exact: true }),
    level,
    async choose(language, wanted) {
      await level(language).selectOption(wanted);
    },
  };
}
