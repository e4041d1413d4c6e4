import { describe, expect, it } from 'vitest';
import { adviceFor } from './ensure-browsers';

describe('what to do about a missing browser', () => {
  it('says what to install and which variable to set', () => {
    expect(adviceFor('firefox', undefined)).toBe(
      'No Firefox was found. Install it, or set FIREFOX_PATH to the path of its program.',
    );
  });

  it('names the path that is wrong', () => {
    expect(adviceFor('chromium', '/x/none')).toMatch(/^CHROME_PATH names \/x\/none, which is not a program/);
  });
});
