import { describe, expect, it } from 'vitest';
import { isSignLanguage } from '../../src/languages/sign';

describe('isSignLanguage', () => {
  it.each(['ase', 'BFI', 'gsg-DE', 'fsl', 'jsl', 'asf', 'ils', 'sgn-US'])('is true of %s', (tag) => {
    expect(isSignLanguage(tag)).toBe(true);
  });

  it.each(['en', 'en-US', 'as', 'aseb', '', 'ase bfi', null])('is false of %j', (tag) => {
    expect(isSignLanguage(tag)).toBe(false);
  });
});
