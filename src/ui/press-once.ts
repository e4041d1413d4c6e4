/** What one presses. */
const CONTROL = 'button, select, label, [role=option]';

/**
 * Makes one press do one thing: the second click of a double click does nothing where the first one has brought another
 * control under the pointer, and a key that is held presses nothing again. Gives what ends it.
 */
export function pressOnce(): () => void {
  let first: Element | null = null;

  function press(event: MouseEvent): void {
    const met = event.target instanceof Element ? event.target.closest(CONTROL) : null;
    // Keys and assistive technology: 0.
    if (event.detail <= 1) first = met;
    else if (met !== first) stop(event);
  }

  function keyDown(event: KeyboardEvent): void {
    const isTyping = event.target instanceof HTMLInputElement && event.key === ' ';
    if (event.repeat && (event.key === 'Enter' || event.key === ' ') && !isTyping) stop(event);
  }

  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  // A select opens when the button of the mouse goes down.
  document.addEventListener('mousedown', press, options);
  document.addEventListener('click', press, options);
  document.addEventListener('keydown', keyDown, options);
  return () => {
    end.abort();
  };
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
