import { browser } from '../browser';
import { type Attention, attention } from '../outbox/attention';
import { type PageState, watchPageState } from '../storage/page-state';
import { countedWord, word } from '../ui/words';

/** What the toolbar button says about the edits that wait for the person. */
export interface Badge {
  /** At most three characters, the most that fits; empty: no badge. */
  readonly text: string;
  readonly title: string;
  readonly color: string;
}

/** Under white figures of at least 5:1, and apart from light and dark toolbars. */
const COLORS = { decision: '#b3261e', 'sign-in': '#875800' } as const;

/** The badge for what is stored: how many edits need the person, and for what; nothing while nobody is signed in. */
export function badgeOf({ languages }: Pick<PageState, 'languages'>): Badge {
  const name = word('extensionName');
  const { wants, count } = wantedOf({ languages });
  const color = COLORS[wants];
  if (count === 0) return { text: '', title: name, color };
  const what = countedWord(wants === 'sign-in' ? 'statusSignIn' : 'statusNeedsYou', count);
  return { text: count > 99 ? '99+' : String(count), title: word('badgeTitle', name, what), color };
}

function wantedOf({ languages }: Pick<PageState, 'languages'>): Attention {
  return languages ? attention(languages) : { wants: 'decision', count: 0 };
}

/**
 * Keeps the toolbar button's badge and title as `storage.local` is: now, and after every change of it. To be called in
 * the worker's first turn. Storage is read once; what the browser refuses goes to the worker's console.
 */
export function keepBadge(): void {
  let shown = '';
  watchPageState((state) => {
    // Storage changes often and the badge seldom: it is put into words only where it says something else.
    const wanted = JSON.stringify(wantedOf(state));
    if (wanted === shown) return;
    shown = wanted;
    paint(badgeOf(state)).catch(reportError);
  }, new AbortController().signal).catch(reportError);
}

async function paint({ text, title, color }: Badge): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeBackgroundColor({ color }),
    action.setBadgeTextColor({ color: '#ffffff' }),
    action.setBadgeText({ text }),
    action.setTitle({ title }),
  ]);
}
