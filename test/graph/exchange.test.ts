import { describe, expect, it } from 'vitest';
import { exchange, type GraphRequest } from '../../src/graph/exchange';
import { CALL, COLLECTION, NOW_MS, TOKEN, failureOf, fakeGraph, respond, respondJson } from './fake-fetch';

const GET: GraphRequest = { method: 'GET', url: COLLECTION };
const MEBIBYTE = 1024 * 1024;

/** A body that sends these chunks and then does what `end` says. */
function bodyOf(chunks: readonly string[], end: (controller: ReadableStreamDefaultController) => unknown) {
  const waiting = chunks.map((chunk) => new TextEncoder().encode(chunk));
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const chunk = waiting.shift();
      if (chunk) controller.enqueue(chunk);
      else await end(controller);
    },
  });
}

const breakOff = (controller: ReadableStreamDefaultController) => {
  controller.error(new TypeError('terminated'));
};
const fallSilent = () => new Promise(() => undefined);

describe('exchange', () => {
  it('sends nothing that a browser keeps, and follows nothing', async () => {
    const { http, sent } = fakeGraph([respondJson({ value: [] })]);
    await exchange(http, CALL, GET);
    expect(sent[0]?.url).toBe(COLLECTION);
    expect(sent[0]?.init).toMatchObject({
      method: 'GET',
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(sent[0]?.init.body).toBeUndefined();
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      authorization: `Bearer ${TOKEN}`,
      'client-request-id': CALL.requestId,
    });
  });

  it('names the content type of a body, and keeps the other headers', async () => {
    const { http, sent } = fakeGraph([respondJson({}, { status: 201 })]);
    await exchange(http, CALL, { method: 'POST', url: COLLECTION, body: { tag: 'cy' } });
    expect(sent[0]?.init.body).toBe('{"tag":"cy"}');
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      authorization: `Bearer ${TOKEN}`,
      'client-request-id': CALL.requestId,
      'content-type': 'application/json',
    });
  });

  it('calls fetch on its own, as browsers insist', async () => {
    const fetch = function (this: unknown) {
      return this === undefined ? Promise.resolve(respondJson({})) : Promise.reject(new TypeError('Illegal'));
    };
    const { http } = fakeGraph([], { fetch });
    await expect(exchange(http, CALL, GET)).resolves.toMatchObject({ status: 200 });
  });

  it('answers with status, address, headers, text and time of any status', async () => {
    const { http } = fakeGraph([respond('<p>no</p>', { status: 503, headers: { 'retry-after': '7' } })]);
    const answer = await exchange(http, CALL, GET);
    expect(answer).toMatchObject({ status: 503, url: COLLECTION, text: '<p>no</p>', receivedAtMs: NOW_MS });
    expect(answer.headers.get('retry-after')).toBe('7');
  });

  it('reads no body as empty text', async () => {
    const { http } = fakeGraph([respond(null, { status: 204 })]);
    await expect(exchange(http, CALL, GET)).resolves.toMatchObject({ status: 204, text: '' });
  });

  it('puts characters together that arrive in two chunks', async () => {
    const [first, second] = [new Uint8Array([0x22, 0xc3]), new Uint8Array([0xa5, 0x22])];
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(first);
        controller.enqueue(second);
        controller.close();
      },
    });
    const { http } = fakeGraph([respond(body)]);
    await expect(exchange(http, CALL, GET)).resolves.toMatchObject({ text: '"å"' });
  });

  describe('when the network fails', () => {
    it('fails with offline before the answer', async () => {
      const cause = new TypeError('Failed to fetch');
      const failure = await failureOf(exchange(fakeGraph([cause]).http, CALL, GET));
      expect(failure).toMatchObject({ code: 'offline', status: null, cause });
    });

    it('fails with offline in the middle of a good answer', async () => {
      const { http } = fakeGraph([respond(bodyOf(['{"value":'], breakOff))]);
      expect(await failureOf(exchange(http, CALL, GET))).toMatchObject({ code: 'offline' });
    });

    it('keeps the status and headers of a refusal whose body breaks off', async () => {
      const init = { status: 429, headers: { 'retry-after': '120' } };
      const { http } = fakeGraph([respond(bodyOf(['{"err'], breakOff), init)]);
      const answer = await exchange(http, CALL, GET);
      expect(answer).toMatchObject({ status: 429, text: null });
      expect(answer.headers.get('retry-after')).toBe('120');
    });
  });

  describe('when the time is up', () => {
    it('fails with timed-out before the answer', async () => {
      const { http } = fakeGraph(['silence'], { budgetMs: 5 });
      expect(await failureOf(exchange(http, CALL, GET))).toMatchObject({ code: 'timed-out', status: null });
    });

    it('fails with timed-out in the middle of a good answer', async () => {
      const { http } = fakeGraph([respond(bodyOf(['{"value":'], fallSilent))], { budgetMs: 5 });
      expect(await failureOf(exchange(http, CALL, GET))).toMatchObject({ code: 'timed-out' });
    });

    it('keeps the status of a refusal whose body never ends', async () => {
      const { http } = fakeGraph([respond(bodyOf(['{"error":'], fallSilent), { status: 403 })], {
        budgetMs: 5,
      });
      await expect(exchange(http, CALL, GET)).resolves.toMatchObject({ status: 403, text: null });
    });
  });

  describe('when the body is large', () => {
    it('reads 1 MiB', async () => {
      const { http } = fakeGraph([respond('x'.repeat(MEBIBYTE))]);
      expect((await exchange(http, CALL, GET)).text).toHaveLength(MEBIBYTE);
    });

    it('reads nothing of 2 MiB', async () => {
      const { http } = fakeGraph([respond('x'.repeat(2 * MEBIBYTE))]);
      await expect(exchange(http, CALL, GET)).resolves.toMatchObject({ text: null });
    });

    it('hangs up on a body without end soon after 1 MiB', async () => {
      let sentBytes = 0;
      let isCancelled = false;
      const chunk = new Uint8Array(64 * 1024);
      const endless = new ReadableStream({
        pull(controller) {
          sentBytes += chunk.byteLength;
          controller.enqueue(chunk);
        },
        cancel() {
          isCancelled = true;
        },
      });
      const { http } = fakeGraph([respond(endless)]);
      await expect(exchange(http, CALL, GET)).resolves.toMatchObject({ text: null });
      expect(isCancelled).toBe(true);
      expect(sentBytes).toBeLessThan(2 * MEBIBYTE);
    });
  });

  describe('and the token', () => {
    it.each([
      ['a line break', 'secret\nX-Evil: 1'],
      ['a blank', 'secret token'],
      ['ä', 'secretä'],
      ['nothing', ''],
    ])('never sends one with %s, which browsers quote in their error', async (_, token) => {
      const { http, sent } = fakeGraph([respondJson({})]);
      const failure = await failureOf(exchange(http, { ...CALL, token }, GET));
      expect(failure).toMatchObject({ code: 'signed-out', status: null });
      expect(inspect(failure)).not.toContain('secret');
      expect(sent).toEqual([]);
    });

    it('is in no failure', async () => {
      const failures = [
        await failureOf(exchange(fakeGraph([new TypeError('Failed to fetch')]).http, CALL, GET)),
        await failureOf(exchange(fakeGraph(['silence'], { budgetMs: 5 }).http, CALL, GET)),
      ];
      for (const failure of failures) expect(inspect(failure)).not.toContain('c2VjcmV0');
    });
  });
});

/** Everything that a log or a report could show of an error. */
function inspect(error: Error): string {
  return [JSON.stringify(error), String(error), error.stack, String(error.cause)].join('\n');
}
