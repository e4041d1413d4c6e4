import { expect, it } from 'vitest';
import { scenarioNames } from '../playground/scenarios';
import { useTab } from './support/playground';

const tab = useTab({ viewport: { width: 380, height: 600 } });

it.each(scenarioNames)(
  'keys reach every control of "%s", and it is seen where they are',
  async (scenario) => {
    await tab.show({ scenario });
    const wanted = await tab.page.evaluate(beginToWatch);
    const stops = [...wanted, 'and around'];
    await Promise.all(stops.map(() => tab.page.keyboard.press('Tab')));
    await Promise.all(stops.map(() => tab.page.keyboard.press('Shift+Tab')));
    const { reached, unseen } = await tab.page.evaluate(endToWatch);
    expect({ missed: wanted.filter((name) => !reached.includes(name)), unseen }).toEqual({
      missed: [],
      unseen: [],
    });
  },
);

interface Watched {
  readonly reached: string[];
  /** What had the focus and no ring around it, or lay under something else. */
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
  return [...within.querySelectorAll<HTMLElement>('button, input, select, a[href]')]
    .filter((each) => each.checkVisibility() && !each.matches(':disabled, [type=radio]:not(:checked)'))
    .map(nameOf);
}

function endToWatch(): Watched {
  return window.watched;
}
