import { it } from 'vitest';
import { killTwice } from './kills-twice';

it('loses and doubles nothing when the worker is stopped at any two points', { timeout: 600_000 }, () =>
  killTwice('chromium'),
);
