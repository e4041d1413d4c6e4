import { describe, expect, it } from 'vitest';
import { createLoginFetch } from '../../src/identity/http';
import { json } from './fake-directory';
import { failureOf } from './set-up';

const ORIGIN = 'https://login.microsoftonline.com';

function answering(answer: () => Response | Promise<Response>) {
  const requests: RequestInit[] = [];
  const fetch = (_url: string, request: RequestInit) => {
    requests.push(request);
    return Promise.resolve().then(answer);
  };
  const login = createLoginFetch(fetch, ORIGIN, () => Date.UTC(2026, 6, 6, 6, 0, 0));
  return { login, requests };
}

describe('createLoginFetch', () => {
  it.each([
    'https://login.microsoftonline.com.evil.example/x',
    'http://login.microsoftonline.com/x',
    'https://login.microsoftonline.com:444/x',
    'https://graph.microsoft.com/x',
  ])('sends nothing to %s', async (url) => {
    const { login, requests } = answering(() => json(200, {}));
    expect((await failureOf(login(url))).code).toBe('not-trusted');
    expect(requests).toEqual([]);
  });

  it('asks without cookies, cache, redirects and referrer, whatever the caller wants', async () => {
    const { login, requests } = answering(() => json(200, {}));
    await login(`${ORIGIN}/x`, { method: 'POST', redirect: 'manual', credentials: 'include' });
    expect(requests).toEqual([
      {
        method: 'POST',
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: expect.any(AbortSignal) as AbortSignal,
      },
    ]);
  });

  it('hands on status and body, and no header but the content type', async () => {
    const { login } = answering(
      () =>
        new Response('{"a":"ä"}', {
          status: 400,
          headers: { 'content-type': 'application/json', 'x-y': 'z' },
        }),
    );
    const response = await login(`${ORIGIN}/x`);
    expect(response.status).toBe(400);
    expect([...response.headers.keys()]).toEqual(['content-type']);
    expect(await response.json()).toEqual({ a: 'ä' });
  });

  it.each([
    [{ 'retry-after': '120' }, '120'],
    [{ 'retry-after': 'Mon, 06 Jul 2026 06:01:30 GMT' }, '90'],
    [{ 'retry-after': 'Mon, 06 Jul 2026 06:01:30 GMT', date: 'Mon, 06 Jul 2026 06:01:00 GMT' }, '30'],
    [{ 'retry-after': 'soon' }, null],
  ])('hands on the wait of %j as %j seconds', async (headers, seconds) => {
    const { login } = answering(() => new Response('', { status: 429, headers }));
    expect((await login(`${ORIGIN}/x`)).headers.get('retry-after')).toBe(seconds);
  });

  it('hands on an empty answer', async () => {
    const { login } = answering(() => new Response(null, { status: 204 }));
    expect(await (await login(`${ORIGIN}/x`)).text()).toBe('');
  });

  it('calls a network error offline', async () => {
    const { login } = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await failureOf(login(`${ORIGIN}/x`))).code).toBe('offline');
  });

  it('calls a connection that breaks in the middle offline', async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('network error'));
      },
    });
    const { login } = answering(() => new Response(broken));
    expect((await failureOf(login(`${ORIGIN}/x`))).code).toBe('offline');
  });

  it('stops reading an answer that never ends', async () => {
    let chunks = 0;
    let isCancelled = false;
    const endless = new ReadableStream({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(8 * 1024));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const { login } = answering(() => new Response(endless));
    expect((await failureOf(login(`${ORIGIN}/x`))).code).toBe('unavailable');
    expect(chunks).toBeLessThan(12);
    expect(isCancelled).toBe(true);
  });

  it('takes an answer of exactly 64 KiB', async () => {
    const { login } = answering(() => new Response('x'.repeat(64 * 1024)));
    expect(await (await login(`${ORIGIN}/x`)).text()).toHaveLength(64 * 1024);
  });
});
