import { describe, expect, it } from 'vitest';
import { aConfiguration } from './fake-directory';
import { anHourLater } from './an-hour-later';
import { failureOf } from './set-up';

describe('accessToken, when several ask', () => {
  it('renews once', async () => {
    const { directory, identity, account } = await anHourLater();
    const given = await Promise.all([1, 2, 3, 4, 5].map(() => identity.accessToken(account)));
    expect(new Set(given).size).toBe(1);
    expect(directory.tokenRequests()).toHaveLength(1);
  });

  it('fails once for all, and tries again for the next', async () => {
    const { directory, identity, account } = await anHourLater();
    directory.isOffline = true;
    const failures = await Promise.all([1, 2, 3].map(() => failureOf(identity.accessToken(account))));
    expect(failures.map(({ code }) => code)).toEqual(['offline', 'offline', 'offline']);
    expect(directory.tokenRequests()).toHaveLength(1);
    await failureOf(identity.accessToken(account));
    expect(directory.tokenRequests()).toHaveLength(2);
  });

  it('renews once in two contexts that share a lock', async () => {
    const names: string[] = [];
    let queue = Promise.resolve<unknown>(null);
    const withLock = <T>(name: string, work: () => Promise<T>): Promise<T> => {
      names.push(name);
      const turn = queue.then(work);
      queue = turn.catch(() => null);
      return turn;
    };
    const { directory, account, wake } = await anHourLater({ withLock });
    const given = await Promise.all([wake().accessToken(account), wake().accessToken(account)]);
    expect(given[0]).toBe(given[1]);
    expect(directory.tokenRequests()).toHaveLength(1);
    expect(names).toEqual([`token:${account.key}`, `token:${account.key}`]);
  });

  it('goes on with what a stopped worker stored', async () => {
    const { directory, identity, account, wake } = await anHourLater();
    const token = await identity.accessToken(account);
    expect(await wake().accessToken(account)).toBe(token);
    expect(directory.tokenRequests()).toHaveLength(1);
  });

  it('renews again where the worker stopped before it could store', async () => {
    const { directory, identity, account, tokens, wake } = await anHourLater();
    tokens.write = () => new Promise(() => undefined);
    const stopped = identity.accessToken(account).then(() => 'given');
    await expect.poll(() => directory.tokenRequests().length).toBe(1);
    expect(await Promise.race([stopped, Promise.resolve('stopped')])).toBe('stopped');
    tokens.write = (fresh) => {
      tokens.held = fresh;
      return Promise.resolve();
    };
    expect(await wake().accessToken(account)).toBe(tokens.held?.accessToken);
  });
});

describe('forget', () => {
  it('removes every token', async () => {
    const { identity, tokens } = await anHourLater();
    await identity.forget();
    expect(tokens.held).toBeNull();
  });

  it('keeps nothing of a renewal that was under way', async () => {
    const { identity, account, tokens } = await anHourLater();
    const failure = failureOf(identity.accessToken(account));
    await identity.forget();
    expect((await failure).code).toBe('needs-sign-in');
    expect(tokens.held).toBeNull();
  });

  it('keeps nothing of a renewal whose answer was on its way', async () => {
    const { directory, identity, account, tokens } = await anHourLater();
    directory.intercept = async () => {
      await identity.forget();
      return null;
    };
    expect((await failureOf(identity.accessToken(account))).code).toBe('needs-sign-in');
    expect(tokens.held).toBeNull();
  });

  it('is not undone by work that still knows the account', async () => {
    const { directory, identity, account } = await anHourLater();
    await identity.forget();
    expect((await failureOf(identity.accessToken(account))).code).toBe('needs-sign-in');
    expect(directory.exchanges).toEqual([]);
    await identity.signIn(aConfiguration);
    expect(await identity.accessToken(account)).toBeTypeOf('string');
  });

  it('gives the tokens of a sign-in that was faster than a renewal', async () => {
    const { directory, identity, account, tokens } = await anHourLater();
    let isFirst = true;
    directory.intercept = async () => {
      if (isFirst) {
        isFirst = false;
        await identity.signIn(aConfiguration);
      }
      return null;
    };
    const token = await identity.accessToken(account);
    expect(token).toBe(tokens.held?.accessToken);
    expect(tokens.writes).toBe(1);
  });
});
