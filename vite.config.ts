import { fileURLToPath } from 'node:url';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };
import packageFile from './package.json' with { type: 'json' };
import { isGuid } from './src/identity/guid.ts';
import { LongestFirst } from './test/run/longest-first.ts';

/** What `vite build --mode` may name: a browser, for Microsoft's clouds or (local-) for the emulator. */
const TARGET = /^(?<local>local-)?(?<browser>chromium|firefox)$/;

const env = process.env;
const localOrigins = {
  graphOrigin: env['LOCAL_GRAPH_ORIGIN'] ?? 'http://127.0.0.1:4010',
  loginOrigin: env['LOCAL_LOGIN_ORIGIN'] ?? 'http://127.0.0.1:4011',
  clientId: env['LOCAL_CLIENT_ID'] ?? '00000000-0000-4000-8000-000000000001',
  tenantId: env['LOCAL_TENANT_ID'] ?? '00000000-0000-4000-8000-0000000000aa',
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The pages over a fake browser, in a plain page with a menu of all their states. */
const playground = {
  root: here('test/playground'),
  // What the pages import lies beside that root.
  server: { fs: { allow: [here('.')] } },
  resolve: { alias: { 'webextension-polyfill': here('test/playground/browser.ts') } },
};
const playgroundPages = ['index', 'popup', 'settings', 'store'].map((name) =>
  here(`test/playground/${name}.html`),
);

/** What every page and the worker load at once, with all that it imports: in one piece it weighs less than in many. */
const seenFirst = {
  name: 'seen-first',
  test: /src\/(?:storage\/(?:is-full|page-state)|outbox\/(?:attention|fold)|ui\/words)\.ts$/,
};

/** The manifest of one target: its own browser's keys, and in a local build the emulator's hosts instead of Microsoft's. */
function manifestFor(browser: string, local: boolean): ManifestV3Export {
  const { key, minimum_chrome_version, storage, browser_specific_settings, sidebar_action, ...shared } =
    manifest;
  // Firefox takes policies as they are, and warns of a schema.
  const own =
    browser === 'firefox'
      ? { browser_specific_settings, sidebar_action }
      : { key, minimum_chrome_version, storage };
  const policy = manifest.content_security_policy.extension_pages;
  const hosts = `connect-src ${localOrigins.graphOrigin} ${localOrigins.loginOrigin};`;
  return {
    ...shared,
    ...own,
    version: packageFile.version,
    content_security_policy: {
      extension_pages: local ? policy.replace(/connect-src [^;]+;/, hosts) : policy,
    },
  } as ManifestV3Export;
}

/** The client id that the builder chose for everybody; null where they chose none. */
function defaultClientId(): string | null {
  const id = env['DEFAULT_CLIENT_ID'] ?? '';
  if (id === '') return null;
  if (!isGuid(id)) {
    throw new Error(
      `DEFAULT_CLIENT_ID is no GUID: "${id}". Give it the Application (client) ID, or leave it out.`,
    );
  }
  return id;
}

export default defineConfig(({ mode }) => {
  const target = TARGET.exec(mode)?.groups;
  const browser = target?.['browser'];
  const local = target?.['local'] !== undefined;
  const isPlayground = mode === 'playground';
  return {
    ...(isPlayground && playground),
    publicDir: here('src/static'),
    plugins: browser
      ? [
          crx({
            manifest: manifestFor(browser, local),
            browser: browser === 'firefox' ? 'firefox' : 'chrome',
          }),
        ]
      : [],
    define: {
      __LOCAL__: local || !(browser || isPlayground) ? JSON.stringify(localOrigins) : 'null',
      __DEFAULT_CLIENT_ID__: JSON.stringify(defaultClientId()),
    },
    // Short names weigh less in what the popup loads before its first paint.
    ...(browser && { css: { modules: { generateScopedName: '[hash:base64:4]' } } }),
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: here(isPlayground ? 'dist/playground' : local ? `dist/local/${browser}` : `dist/${browser}`),
      ...(isPlayground && { emptyOutDir: true }),
      rolldownOptions: isPlayground
        ? { input: playgroundPages }
        : { output: { codeSplitting: { groups: [seenFirst] } } },
      target: ['chrome123', 'firefox142'],
      modulePreload: false,
      reportCompressedSize: false,
    },
    test: {
      // Vitest leaves one core alone unless it is told not to.
      maxWorkers: '100%',
      sequence: { sequencer: LongestFirst },
      // The machine may have other work than the one test that waits.
      expect: { poll: { timeout: 5_000 } },
      coverage: {
        provider: 'v8',
        // Where a way that no test goes could lose or double an edit.
        include: ['src/outbox/**', 'src/graph/decide-retry.ts', 'src/retry-after.ts'],
        thresholds: { branches: 100 },
        reporter: [['text', { skipFull: true }]],
        reportsDirectory: 'node_modules/.cache/coverage',
      },
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['test/**/*.test.{ts,tsx}'],
            exclude: ['test/browser/**'],
            testTimeout: 30_000 * Number(env['FUZZ_RUNS'] ?? 1),
            alias: { 'webextension-polyfill': here('test/support/browser.ts') },
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.ts'],
            globalSetup: ['test/browser/support/open-lanes.ts', 'test/browser/support/open-playground.ts'],
            // Each has a browser and an emulator of its own; in more of them tests would wait for a core.
            maxWorkers: 2,
            sequence: { groupOrder: 1 },
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  };
});
