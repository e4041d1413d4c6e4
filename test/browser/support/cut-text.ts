/**
 * Runs in a page: gives every text that does not fit, with what is in its way. Text that ends in an ellipsis, or that
 * can be scrolled to, is not cut; what only screen readers meet is left out.
 */
export function cutText(): string[] {
  const faults: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`The page is ${scrollWidth} px wide in ${clientWidth}`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const fault = text.textContent?.trim() ? faultOf(text) : null;
    if (fault !== null) faults.push(`${fault}: ${text.textContent?.trim().slice(0, 80)}`);
  }
  return faults;

  function faultOf(text: Node): string | null {
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || text.parentElement?.closest('.visually-hidden, option')) return null;
    for (let around = text.parentElement; around !== null; around = around.parentElement) {
      const { overflowX, overflowY, textOverflow, display } = getComputedStyle(around);
      if (display === 'inline' || display === 'contents') continue;
      const place = `<${around.localName} class="${around.className}">`;
      const edge = around.getBoundingClientRect();
      const [clipsX, clipsY] = [overflowX, overflowY].map((value) => /hidden|clip/.test(value));
      const isWider = box.left < edge.left - 1 || box.right > edge.right + 1;
      const isHigher = box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
      if (isHigher && clipsY) return `cut in height by ${place}`;
      // Its own text may stand out of a box that clips nothing, but it looks broken: a button is an example.
      if (
        isWider &&
        textOverflow !== 'ellipsis' &&
        (clipsX || /button|li|p|h\d|dialog/.test(around.localName))
      )
        return `${clipsX ? 'cut in width by' : 'wider than'} ${place}`;
      if (/auto|scroll/.test(overflowX + overflowY) || textOverflow === 'ellipsis') return null;
    }
    return null;
  }
}
