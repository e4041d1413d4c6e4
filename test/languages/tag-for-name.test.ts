import { expect, it } from 'vitest';
import { tagForName } from '../../src/languages/tag-for-name';

it.each([
  ['German', 'de-DE'],
  ['  deutsch ', 'de-DE'],
  ['NORWEGIAN BOKMÅL', 'nb-NO'],
  ['Cymraeg', 'cy-GB'],
  ['Farsi', 'fa-IR'],
  ['American Sign Language', 'ase'],
  ['Klingonish', null],
  ['Ger', null],
  ['', null],
  ['()', null],
])('the name %j is that of %s', (name, tag) => {
  expect(tagForName(name)).toBe(tag);
});
