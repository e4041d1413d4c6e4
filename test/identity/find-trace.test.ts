import { describe, expect, it } from 'vitest';
import { findTrace } from '../../src/identity/find-trace';
import { readTrace } from '../../src/identity/failure';

const CORRELATION = 'fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7';
const TRACE = '255d1aef-8c98-452f-ac51-23d051240864';
const WHEN = '2026-01-09 02:02:12Z';
const found = { correlationId: CORRELATION, traceId: TRACE, timestamp: WHEN };

describe('findTrace', () => {
  it.each([' ', '\r\n'])('finds what a description ends with, parted by %j', (mark) => {
    const ids = [`Trace ID: ${TRACE}`, `Correlation ID: ${CORRELATION}`, `Timestamp: ${WHEN}`];
    expect(findTrace({ description: ['AADSTS65004: User declined.', ...ids].join(mark) })).toEqual(found);
  });

  it('takes what a body names, before what its description says', () => {
    const body = { correlation_id: CORRELATION, trace_id: TRACE, timestamp: WHEN };
    const description = `Correlation ID: ${TRACE} Trace ID: ${CORRELATION} Timestamp: 2020-01-01 00:00:00Z`;
    expect(findTrace({ ...body, description })).toEqual(found);
  });

  it('takes nothing that is no id and no time', () => {
    const body = { correlation_id: 'ada@contoso.com', trace_id: 7, timestamp: 'yesterday' };
    expect(findTrace({ ...body, description: '' })).toEqual({});
    expect(findTrace({ description: 'Correlation ID: Ada Trace ID: Timestamp: now' })).toEqual({});
  });

  it('takes one part although another is none', () => {
    expect(findTrace({ trace_id: TRACE, timestamp: 1, description: '' })).toEqual({ traceId: TRACE });
  });
});

it.each([[{ correlationId: 'Ada' }], [{ timestamp: 'Ada' }], ['Ada'], [null]])(
  'reads nothing from %j where it was stored',
  (stored) => {
    expect(readTrace(stored)).toBeUndefined();
  },
);
