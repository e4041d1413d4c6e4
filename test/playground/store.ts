import { readChoice, writeChoice } from './choice';
import { scenarioOf } from './scenarios';

/** One scenario large on a calm background, of the size that stores ask for: the address names it as in the playground. */

const choice = readChoice(location.search);
const frame = document.querySelector('iframe');
document.documentElement.style.colorScheme = choice.scheme;
frame?.addEventListener('load', () => {
  const page = frame.contentDocument?.body;
  // As high as the page, as the window under the button is.
  if (page) new ResizeObserver(() => (frame.style.blockSize = `${page.offsetHeight}px`)).observe(page);
});
if (frame) frame.src = `${scenarioOf(choice.scenario).page ?? 'popup'}.html?${writeChoice(choice)}`;
