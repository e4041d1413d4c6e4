import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files';

/** Facts about accounts and registrations: no token, no sign-in. */
const FACTS = ['account', 'admin-consent', 'configuration', 'clouds', 'failure', 'guid', 'tenant-answer'].map(
  (name) => `identity/${name}`,
);

/** What each room may import beside itself: whole rooms, or single files of one. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  languages: [],
  outbox: ['languages'],
  storage: ['languages', 'outbox', 'browser', 'shape', ...FACTS],
  graph: ['languages', 'retry-after'],
  identity: ['shape', 'retry-after'],
  messages: ['browser', 'shape'],
  sync: ['languages', 'outbox', 'graph', 'storage/account-state', 'identity/failure'],
  background: ['storage', 'outbox', 'graph', 'identity', 'sync', 'messages', 'browser', 'ui/words'],
  ui: ['languages', 'outbox', 'storage', 'messages', 'browser', 'static', ...FACTS],
  popup: ['ui', 'languages', 'outbox', 'storage', 'messages', 'browser', ...FACTS],
  options: ['ui', 'languages', 'outbox', 'storage', 'messages', 'browser', ...FACTS],
  'browser.ts': [],
  'shape.ts': [],
  'retry-after.ts': ['http-date'],
  'http-date.ts': [],
};

/** Where a direction has an exception, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // The tokens' own corner of storage: kept out of the catalogue, which pages load.
  'src/storage/secrets.ts': 'identity/tokens',
};

/** The files that make sense only where the browser's own interface is. */
const WIRING = ['src/popup/main.tsx', 'src/options/main.tsx'];

const files = sourceFiles('.ts', '.tsx').filter(({ path }) => !path.endsWith('.d.ts'));

describe('the rooms', () => {
  it('are all described here', () => {
    const rooms = new Set(files.map(({ path }) => path.split('/')[1] ?? ''));
    expect([...rooms].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (room) => {
    const wrong = files
      .filter(({ path }) => path.split('/')[1] === room)
      .flatMap(({ path, imports }) =>
        imports.map((target) => ({ path, target: target.replace(/^src\//, '') })),
      )
      .filter(({ target }) => target.split('/')[0] !== room)
      .filter(
        ({ target }) => !(MAY_IMPORT[room] ?? []).some((ok) => target === ok || target.startsWith(`${ok}/`)),
      )
      .filter(({ path, target }) => EXCEPTIONS[path] !== target);
    expect(wrong).toEqual([]);
  });

  it('take the browser from one file', () => {
    const users = files.filter(({ packages }) => packages.includes('webextension-polyfill'));
    expect(users.map(({ path }) => path)).toEqual(['src/browser.ts']);
  });

  it('keep the browser out of everything in the pages but their wiring', () => {
    const users = files
      .filter(({ path }) => /^src\/(?:popup|options)\//.test(path))
      .filter(({ imports }) => imports.includes('src/browser'));
    expect(users.map(({ path }) => path).sort()).toEqual([...WIRING].sort());
  });

  it('tell nobody of changes of the area that has the tokens', () => {
    const users = files.filter(({ text }) =>
      /browser\.storage\.session|\bsession\b[^;]*\} = browser\.storage/.test(text),
    );
    expect(users.map(({ path }) => path).sort()).toEqual(['src/storage/log.ts', 'src/storage/secrets.ts']);
    const listening = /storage\.onChanged|session\.onChanged|\bonChanged\b[^;]*\} = browser\.storage/;
    expect(files.filter(({ text }) => listening.test(text)).map(({ path }) => path)).toEqual([]);
    expect(users.filter(({ text }) => text.includes('onChanged'))).toEqual([]);
  });

  it('never turn text into markup or code', () => {
    const danger =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|dangerouslySet/;
    expect(files.filter(({ text }) => danger.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('listen to nobody outside the extension', () => {
    const outside = /onMessageExternal|onConnectExternal|externally_connectable/;
    expect(files.filter(({ text }) => outside.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the files', () => {
  it('are named by what they are: components in PascalCase, all others in kebab-case', () => {
    const odd = files
      .map(({ path }) => path.split('/').at(-1) ?? '')
      .filter((name) => !/^[a-z0-9-]+\.ts$|^[A-Z][A-Za-z]+\.tsx$|^main\.tsx$/.test(name));
    expect(odd).toEqual([]);
  });

  it('stay small enough to hold one idea', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 200).map(({ path }) => path);
    expect(long).toEqual([]);
  });
});
