/** A frame that has begun is on the screen by then. */
const FRAME_MS = 100;

/**
 * Calls back once the person sees something: what a page asks of the worker must not hold up what it knows already.
 * A page that is never painted needs nothing.
 *
 * Firefox (153) tells of no first paint where something was scrolled before it, so a frame that has begun counts too.
 * @see https://www.w3.org/TR/paint-timing/#first-contentful-paint
 */
export function afterFirstPaint(act: () => void): void {
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    observer.disconnect();
    act();
  };
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) end();
  });
  observer.observe({ type: 'paint', buffered: true });
  requestAnimationFrame(() => setTimeout(end, FRAME_MS));
}
