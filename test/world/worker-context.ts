import type { Alarms } from './alarms';
import type { Area } from './area';
import type { Context } from './context';
import type { Events } from './events';
import type { Life } from './life';

/** What the worker shows outside of its pages. */
export interface Shown {
  badge: string;
  title: string;
  /** The addresses of the tabs that were opened, oldest first. */
  readonly tabs: string[];
}

/** What a worker's `browser` is made of. */
interface Made {
  readonly local: Area;
  readonly session: Area;
  readonly sync: Area;
  readonly alarms: Alarms;
  readonly pagesOrigin: string;
  readonly report: (error: unknown) => void;
  /** What the toolbar button and the tabs are told. */
  readonly shown: Shown;
}

/** The policies of a browser that never gets to them: no step of the worker hangs on them. */
const NO_POLICY_YET = {
  get: () => new Promise<never>(() => undefined),
  onChanged: { addListener: () => undefined },
};

/** The surroundings of one worker: `browser` as far as the extension uses it. */
export function workerContext(
  { local, session, sync, alarms, pagesOrigin, report, shown }: Made,
  life: Life,
  run: (code: () => void) => void,
  { events, reload }: { events: Events; reload: () => void },
): Context {
  const port = events.portFor(life, run);
  const callAlarm = (about: readonly string[], act: () => void) =>
    life.call({ point: 'alarm', about }, () => {
      act();
      return Promise.resolve();
    });
  return {
    report,
    browser: {
      storage: {
        local: local.open(life, run),
        session: session.open(life, run),
        sync: sync.open(life, run),
        managed: NO_POLICY_YET,
      },
      runtime: {
        id: 'an-extension',
        getURL: (path: string) => pagesOrigin + path,
        onMessage: port('onMessage'),
        onStartup: port('onStartup'),
        onInstalled: port('onInstalled'),
        onUpdateAvailable: port('onUpdateAvailable'),
        reload: () => {
          if (life.isAlive) reload();
        },
      },
      alarms: {
        onAlarm: port('onAlarm'),
        create: (name: string, { when }: { when: number }) =>
          callAlarm(['create', name], () => {
            alarms.create(name, when);
          }),
        clear: (name: string) =>
          callAlarm(['clear', name], () => {
            alarms.clear(name);
          }),
        clearAll: () =>
          callAlarm(['clearAll'], () => {
            alarms.clear();
          }),
      },
      action: {
        setBadgeBackgroundColor: () => Promise.resolve(),
        setBadgeTextColor: () => Promise.resolve(),
        setBadgeText: ({ text }: { text: string }) => {
          if (life.isAlive) shown.badge = text;
          return Promise.resolve();
        },
        setTitle: ({ title }: { title: string }) => {
          if (life.isAlive) shown.title = title;
          return Promise.resolve();
        },
      },
      tabs: {
        create: ({ url }: { url: string }) => {
          if (life.isAlive) shown.tabs.push(url);
          return Promise.resolve();
        },
      },
    },
  };
}
