import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from './emulator';
import { postToken, signIn } from './fetch-browser';
import { fetchGraph, LANGUAGES } from './fetch-graph';
import { seedId } from './seed';

let emulator: Emulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator({ graphPort: 0, loginPort: 0 });
  token = (await signIn(emulator, emulator.people.ada)).access_token;
});
afterEach(() => {
  emulator.reset();
});
afterAll(() => emulator.close());

const post = { method: 'POST', body: { displayName: 'Danish', tag: 'da-DK' } };

function graph(path: string, options: { method: string; body?: object }): Promise<Response> {
  return fetchGraph(emulator, token, path, options);
}

function count(): number {
  return emulator.profileOf(emulator.people.ada).length;
}

describe('a request that is held up', () => {
  it('when it arrives, is carried out once it is released', async () => {
    const before = count();
    const pause = emulator.hold('arrival', 'POST');
    const answer = graph(LANGUAGES, post);
    await pause.reached;
    expect(count()).toBe(before);
    pause.release();
    expect((await answer).status).toBe(201);
    expect(count()).toBe(before + 1);
  });

  it('when it arrives, is not carried out where it is dropped', async () => {
    const before = count();
    const pause = emulator.hold('arrival', 'POST');
    const answer = expect(graph(LANGUAGES, post)).rejects.toThrow();
    await pause.reached;
    pause.drop();
    await answer;
    expect(count()).toBe(before);
  });

  it('after it was carried out, leaves what it did', async () => {
    const before = count();
    const pause = emulator.hold('execution', 'POST');
    const answer = expect(graph(LANGUAGES, post)).rejects.toThrow();
    await pause.reached;
    expect(count()).toBe(before + 1);
    pause.drop();
    await answer;
    expect(emulator.log.at(-1)).toMatchObject({ executed: true, status: null });
  });

  it('in the middle of its answer, has sent the head and no body', async () => {
    const pause = emulator.hold('answer', 'POST');
    const answer = await graph(LANGUAGES, post);
    await pause.reached;
    expect(answer.status).toBe(201);
    const body = expect(answer.text()).rejects.toThrow();
    pause.release();
    await body;
  });

  it('in the middle of an answer without a body, has not sent the whole head', async () => {
    const pause = emulator.hold('answer', 'DELETE');
    const answer = expect(graph(`${LANGUAGES}/${seedId(4)}`, { method: 'DELETE' })).rejects.toThrow();
    await pause.reached;
    pause.release();
    await answer;
  });

  it('holds up one request, and none of another method', async () => {
    const pause = emulator.hold('arrival', 'POST');
    expect((await graph(LANGUAGES, { method: 'GET' })).status).toBe(200);
    const held = graph(LANGUAGES, post);
    await pause.reached;
    expect((await graph(LANGUAGES, post)).status).toBe(201);
    pause.release();
    expect((await held).status).toBe(201);
  });

  it('for a token, is answered once it is released', async () => {
    const { ada } = emulator.people;
    const { refresh_token } = await signIn(emulator, ada);
    const pause = emulator.hold('token', 'POST');
    const answer = postToken(emulator, ada.tenant, { grant_type: 'refresh_token', refresh_token });
    await pause.reached;
    pause.release();
    expect((await answer).status).toBe(200);
  });

  it('is dropped when the emulator begins again', async () => {
    const pause = emulator.hold('arrival', 'POST');
    const answer = expect(graph(LANGUAGES, post)).rejects.toThrow();
    await pause.reached;
    emulator.reset();
    await answer;
  });
});
