import { type Signal, signal } from '@preact/signals';
import { send } from '../../src/messages/send';
import type { Edit } from '../../src/outbox/edit';
import type { PageTools } from '../../src/popup/page-tools';
import { createPopupState, type PopupState } from '../../src/popup/popup-state';
import { pausedLine } from '../../src/ui/paused-line';
import { type StatusLine, statusLine } from '../../src/ui/status-line';
import { appendEdit, decideEdits } from '../../src/storage/append-edit';
import { type PageState, watchPageState } from '../../src/storage/page-state';
import { savePendingSignOut } from '../../src/storage/save-pending-sign-out';
import { saveDraft } from '../../src/storage/save-draft';
// Pages load it when they need it, which in a test is once real work for the disk, and no time of any clock.
import '../../src/storage/make-room';
import type { Area } from './area';
import { type Context, runIn } from './context';
import { createLife } from './life';
import type { Step } from './step';

/** One thing that a person did, as far as the browser has told them that it is kept. */
export interface Click {
  readonly edit: Edit;
  readonly atMs: number;
  /** `asked`: the `set` has not ended (yet); `kept`: it resolved, the person may rely on it; `refused`: it rejected. */
  readonly state: 'asked' | 'kept' | 'refused';
}

/** What a person sees. */
export interface PageView {
  readonly lines: PopupState['lines']['value'];
  /** Null while nobody is signed in. */
  readonly status: StatusLine | null;
  readonly page: PageState;
}

/** One open popup. */
export interface Page {
  readonly isOpen: boolean;
  /** False until the first read of storage is back. */
  readonly isPainted: boolean;
  /** Throws before it is painted. */
  view(): PageView;
  /** Presses something: `act` is called with the popup's verbs. Throws before the popup is painted. */
  act(deed: (popup: PopupState, view: PageView) => void): void;
  /** What the browser says of the connection. */
  setOnline(isOnline: boolean): void;
  /** Closes it at once, in the middle of whatever it does. */
  close(): void;
}

/** What a page is opened over. */
export interface PageSurroundings {
  readonly local: Area;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly message: (message: unknown) => Promise<unknown>;
  /** Every click goes here; an entry is replaced when more is known of it. */
  readonly clicks: Click[];
  readonly onStep: (step: Step) => void;
  readonly report: (error: unknown) => void;
}

/** Opens a popup, as `popup/main.tsx` does but for the painting. */
export function openPage(surroundings: PageSurroundings): Page {
  const { local, nowMs, newId, message, clicks, onStep, report } = surroundings;
  const life = createLife(0, onStep);
  const isOnline = signal(true);
  let shown: { page: Signal<PageState>; popup: PopupState } | null = null;
  const run = (code: () => void) => {
    if (life.isAlive) runIn(context, code);
  };
  const nothing = { addListener: () => undefined };
  const context: Context = {
    report,
    browser: {
      storage: { local: local.open(life, run), session: {} },
      runtime: {
        id: 'an-extension',
        getManifest: () => ({ version: '1.2.3' }),
        sendMessage: (raw: unknown) => life.whileAlive(message(raw)),
      },
      alarms: { onAlarm: nothing },
      action: {},
      tabs: {},
    },
  };

  function note(edits: readonly Edit[], stored: Promise<void>): Promise<void> {
    const places = edits.map((edit) => clicks.push({ edit, atMs: nowMs(), state: 'asked' }) - 1);
    const settle = (state: Click['state']) => {
      for (const place of places) {
        const click = clicks[place];
        if (click) clicks[place] = { ...click, state };
      }
    };
    return stored.then(
      () => {
        settle('kept');
      },
      (error: unknown) => {
        settle('refused');
        throw error;
      },
    );
  }

  const tools: PageTools = {
    isOnline,
    browserTags: signal([]),
    later: signal(null),
    send,
    appendEdit: (edit, undo, removed) => note([edit], appendEdit(edit, undo, removed)),
    decideEdits: (accountKey, edits, undo) => note(edits, decideEdits(accountKey, edits, undo)),
    saveDraft,
    savePreferences: () => Promise.resolve(),
    savePendingSignOut,
    openInTab: () => undefined,
    openSettings: () => undefined,
    newId,
    nowMs,
  };

  function painted() {
    if (!shown) throw new Error('The popup is not painted yet.');
    return shown;
  }

  const page: Page = {
    get isOpen() {
      return life.isAlive;
    },
    get isPainted() {
      return shown !== null;
    },
    view() {
      const { popup } = painted();
      const [page, lines, isStoring] = [popup.page.value, popup.lines.value, popup.isStoring.value];
      const [online, atMs] = [isOnline.value, nowMs()];
      return {
        page,
        lines,
        // Most who look do not read it, and its words take long to make.
        get status() {
          const { languages } = page;
          return languages && statusLine(languages, pausedLine(languages, online, atMs), isStoring);
        },
      };
    },
    act(deed) {
      const { popup } = painted();
      run(() => {
        deed(popup, page.view());
      });
    },
    setOnline(now) {
      isOnline.value = now;
    },
    close: life.end,
  };

  run(() => {
    watchPageState((state) => {
      if (shown) {
        shown.page.value = state;
        return;
      }
      const current = signal(state);
      shown = { page: current, popup: createPopupState(current, tools) };
      // A worker that is stopped meanwhile answers nobody.
      send('sync/look').catch(() => undefined);
    }, new AbortController().signal).catch(report);
  });
  return page;
}
