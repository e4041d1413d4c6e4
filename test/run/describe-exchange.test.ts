import { describe, expect, it } from 'vitest';
import type { Exchange } from '../emulator/exchange-log';
import { describeExchange } from './describe-exchange';

const PATCH: Exchange = {
  at: '2026-03-04T05:06:07.000Z',
  server: 'graph',
  method: 'PATCH',
  path: '/beta/me/profile/languages/1',
  query: { secret: 'in-the-query' },
  origin: null,
  status: 200,
  requestHeaders: { authorization: 'Bearer in-the-header' },
  requestBody: { spoken: 'elementary', written: 'in-the-body' },
  clientRequestId: null,
  caller: null,
  executed: true,
};

describe('an exchange in one line', () => {
  it('names the fields that were sent and nothing that was in them', () => {
    expect(describeExchange(PATCH)).toBe(
      'graph PATCH  /beta/me/profile/languages/1 → 200 { spoken, written }',
    );
  });

  it.each([
    ['no body', { ...PATCH, requestBody: null }, 'graph PATCH  /beta/me/profile/languages/1 → 200'],
    [
      'a body that is text',
      { ...PATCH, requestBody: 'in-the-body' },
      'graph PATCH  /beta/me/profile/languages/1 → 200',
    ],
    [
      'no answer',
      { ...PATCH, status: null },
      'graph PATCH  /beta/me/profile/languages/1 → no answer { spoken, written }',
    ],
  ])('does with %s', (_, exchange, line) => {
    expect(describeExchange(exchange)).toBe(line);
  });
});
