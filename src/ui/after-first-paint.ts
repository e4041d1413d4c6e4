/**
 * Calls back once the person sees something: what a page asks of the worker must not hold up what it knows already.
 * A page that is never painted needs nothing.
 * @see https://www.w3.org/TR/paint-timing/#first-contentful-paint
 */
export function afterFirstPaint(act: () => void): void {
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    act();
  });
  observer.observe({ type: 'paint', buffered: true });
}
