import type { Page } from 'playwright-core';

/** What a walk by the Tab key has shown: a page whose keys work gives nothing of either. */
export interface Walk {
  /** The names of controls that can be used now and never had the focus. */
  readonly missed: string[];
  /** What had the focus and no ring around it, or lay under something else. */
  readonly unseen: string[];
}

/** Goes by Tab through the page once around, and back by Shift+Tab. */
export async function walkByTab(page: Page): Promise<Walk> {
  const wanted = await page.evaluate(beginToWatch);
  const stops = [...wanted, 'and around'];
  await Promise.all(stops.map(() => page.keyboard.press('Tab')));
  await Promise.all(stops.map(() => page.keyboard.press('Shift+Tab')));
  const { reached, unseen } = await page.evaluate(endToWatch);
  return { missed: wanted.filter((name) => !reached.includes(name)), unseen };
}

interface Watched {
  readonly reached: string[];
  readonly unseen: string[];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Gives the controls that a person can use now: of radio buttons the chosen one, over a dialog nothing behind it. */
function beginToWatch(): string[] {
  const nameOf = (control: Element) =>
    [control.ariaLabel, control.closest('label')?.textContent, control.id, control.textContent].find(
      Boolean,
    ) ?? '';
  const ringOf = (element: Element | null) => element && getComputedStyle(element).outlineStyle;
  const isSeen = (control: Element) => {
    const { x, y, width, height } = control.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    // A field wears the ring around its input.
    const hasRing = [control, control.parentElement].some((each) => ringOf(each) !== 'none');
    return hasRing && top !== null && (control.contains(top) || top.contains(control));
  };
  const watched: Watched = { reached: [nameOf(document.activeElement ?? document.body)], unseen: [] };
  window.watched = watched;
  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || target.matches('dialog')) return;
    watched.reached.push(nameOf(target));
    if (!isSeen(target)) watched.unseen.push(nameOf(target));
  });
  const within = document.querySelector('dialog[open]') ?? document;
  return [...within.querySelectorAll<HTMLElement>('button, input, select, summary, a[href]')]
    .filter((each) => each.checkVisibility() && !each.matches(':disabled, [type=radio]:not(:checked)'))
    .map(nameOf);
}

function endToWatch(): Watched {
  return window.watched;
}
