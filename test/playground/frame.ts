import { type Choice, readChoice, SCHEMES, WIDTHS, writeChoice } from './choice';
import { locales } from './locales';
import { scenarioOf, themes } from './scenarios';

/** The playground's frame: a menu of every state, how to show it, and the page itself. The address says it all. */

const nav = part('nav');
const form = part('form');
const frame = part('iframe');
const alone = part('a');
const choices = { locale: locales, scheme: SCHEMES, width: WIDTHS };

function part<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  const found = document.querySelector(name);
  if (found === null) throw new Error(`index.html has no ${name}`);
  return found;
}

function chosen(): Choice {
  return readChoice(location.hash.slice(1));
}

function selectOf(name: string): HTMLSelectElement {
  const control = form.elements.namedItem(name);
  if (!(control instanceof HTMLSelectElement)) throw new Error(`index.html has no choice of ${name}`);
  return control;
}

function element(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}

/** Links of the menu, so that each keeps what is chosen beside the scenario. */
function showMenu(choice: Choice): void {
  const parts = Object.entries(themes).flatMap(([title, scenarios]) => {
    const links = Object.keys(scenarios).map((name) => {
      const link = element('a', name);
      link.setAttribute('href', `#${new URLSearchParams({ ...choice, scenario: name }).toString()}`);
      if (name === choice.scenario) link.setAttribute('aria-current', 'page');
      const item = document.createElement('li');
      item.append(link);
      return item;
    });
    const list = document.createElement('ul');
    list.append(...links);
    return [element('h2', title), list];
  });
  nav.replaceChildren(...parts);
}

function show(): void {
  const choice = chosen();
  const hadFocus = nav.contains(document.activeElement);
  showMenu(choice);
  if (hadFocus) nav.querySelector<HTMLElement>('[aria-current]')?.focus();
  for (const name of ['locale', 'scheme', 'width'] as const) selectOf(name).value = choice[name];
  const page = scenarioOf(choice.scenario).page ?? 'popup';
  const address = `${page}.html?${writeChoice(choice)}`;
  alone.href = address;
  frame.style.inlineSize = choice.width === 'full' ? '100%' : `${choice.width}px`;
  // Not by `src`: the choices would fill the history of the frame.
  frame.contentWindow?.location.replace(address);
}

for (const [name, values] of Object.entries(choices)) {
  selectOf(name).append(...values.map((value) => element('option', value)));
}
form.addEventListener('change', () => {
  const next = new URLSearchParams({ ...chosen() });
  for (const name of Object.keys(choices)) next.set(name, selectOf(name).value);
  location.hash = next.toString();
});
addEventListener('hashchange', show);
show();
