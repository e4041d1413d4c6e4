import * as v from 'valibot';
import { type Marionette, MarionetteError } from './marionette';
import { poll } from './poll';

/** What to act on: by what a screen reader would say of it, or by a CSS selector or an XPath (which begins with `/`). */
export type Target = string | { readonly role: string; readonly name: string | RegExp };

/** Elements that can have a role without saying so; asking Firefox about every element would take seconds. */
const USUAL_ELEMENTS: Readonly<Record<string, string>> = {
  button: 'button, summary, input',
  combobox: 'select, input',
  group: 'fieldset, details, optgroup',
  heading: 'h1, h2, h3, h4',
  list: 'ul, ol',
  listitem: 'li',
  option: 'option',
  status: 'output',
  textbox: 'input, textarea',
};

const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';
const Found = v.array(v.object({ [ELEMENT_KEY]: v.string() }));
const Text = v.object({ value: v.nullable(v.string()) });

/** The first element that fits, waited for; as the reference that other commands take. */
export function findElement(marionette: Marionette, target: Target): Promise<string> {
  const what = typeof target === 'string' ? target : `${target.role} "${String(target.name)}"`;
  return poll(what, async () => (await findNow(marionette, target))[0], { everyMs: 50 });
}

async function findNow(marionette: Marionette, target: Target): Promise<string[]> {
  try {
    return await findAmongAll(marionette, target);
  } catch (error) {
    // Drawn anew while it was looked at.
    if (error instanceof MarionetteError && error.code === 'stale element reference') return [];
    throw error;
  }
}

async function findAmongAll(marionette: Marionette, target: Target): Promise<string[]> {
  if (typeof target === 'string') return findAll(marionette, target);
  const candidates = `${USUAL_ELEMENTS[target.role] ?? 'body *'}, [role="${target.role}"]`;
  for (const id of await findAll(marionette, candidates)) {
    if ((await ask('WebDriver:GetComputedRole', id)) !== target.role) continue;
    const name = await ask('WebDriver:GetComputedLabel', id);
    if (typeof target.name === 'string' ? name === target.name : target.name.test(name)) return [id];
  }
  return [];

  async function ask(command: string, id: string): Promise<string> {
    return v.parse(Text, await marionette.send(command, { id })).value?.trim() ?? '';
  }
}

async function findAll(marionette: Marionette, selector: string): Promise<string[]> {
  const using = selector.startsWith('/') ? 'xpath' : 'css selector';
  const found = v.parse(Found, await marionette.send('WebDriver:FindElements', { using, value: selector }));
  return found.map((reference) => reference[ELEMENT_KEY]);
}
