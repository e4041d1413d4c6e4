import { clearLog, readLog, writeLog } from '../storage/log';
import type { LogEntry } from '../storage/log-entry';

/** How something ended that was asked of Microsoft. */
export type Ending = Omit<LogEntry, 'times' | 'sinceMs' | 'atMs' | 'what' | 'tookMs'>;

/** Writes down what was asked of Microsoft. A log that cannot be written stops nothing. */
export interface Log {
  /** To be called when something is asked; what it gives, when that has ended. */
  readonly begin: (what: LogEntry['what']) => (ending: Ending) => void;
  /**
   * Empties it. Resolves when that was tried: what is under way leaves nothing in it, and what storage keeps goes with
   * the next entry.
   */
  readonly clear: () => Promise<void>;
}

/** As many entries as make out what happened. */
const LIMIT = 100;

/** The log of one worker: what it has noted itself, after what earlier ones have. */
export function createLog(nowMs: () => number): Log {
  let writing = Promise.resolve();
  let clearings = 0;
  /** What is left of before a clearing is nobody's. */
  let isStale = false;

  function write(change: () => Promise<void>): void {
    writing = writing.then(change).catch(reportError);
  }

  return {
    begin: (what) => {
      const [beganMs, before] = [nowMs(), clearings];
      return (ending) => {
        const atMs = nowMs();
        // A clock may be set back meanwhile.
        const entry = { times: 1, sinceMs: atMs, atMs, what, tookMs: Math.max(atMs - beganMs, 0), ...ending };
        write(async () => {
          if (clearings !== before) return;
          await writeLog(joined(isStale ? [] : await readLog(), entry).slice(-LIMIT));
          if (clearings === before) isStale = false;
        });
      };
    },
    clear: () => {
      clearings += 1;
      isStale = true;
      write(async () => {
        await clearLog();
        isStale = false;
      });
      return writing;
    },
  };
}

/** With the entry; what repeats the last one takes its place: a day without network leaves room for what was before. */
function joined(earlier: readonly LogEntry[], entry: LogEntry): LogEntry[] {
  const last = earlier.at(-1);
  const isRepeated = REPEATED.every((part) => last?.[part] === entry[part]);
  return last && isRepeated
    ? [...earlier.slice(0, -1), { ...entry, times: last.times + 1, sinceMs: last.sinceMs }]
    : [...earlier, entry];
}

const REPEATED = ['what', 'outcome', 'status', 'serviceCode'] as const;
