import type { Page } from 'playwright-core';

/** What moved since the first paint of any content: the sum of all shifts, and the elements that did. */
export async function layoutShifts(page: Page): Promise<{ sum: number; moved: string[] }> {
  return page.evaluate(async () => {
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const all: Shift[] = [];
    const observer = new PerformanceObserver((list) => all.push(...(list.getEntries() as Shift[])));
    observer.observe({ type: 'layout-shift', buffered: true });
    // Entries are handed over after the frame that they are about.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (paint === undefined) throw new Error('Nothing was painted');
    // Before it only the empty page moves, while its style sheets come in.
    const seen = all.filter(({ startTime }) => startTime > paint.startTime);
    const moved = seen.flatMap(({ sources }) => sources.map(({ node }) => node?.textContent ?? ''));
    return { sum: seen.reduce((sum, { value }) => sum + value, 0), moved };
  });
}
