import { browser } from '../browser';
import { type Attention, attention } from '../outbox/attention';
import { watchPageState } from '../storage/page-state';
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

/** What nobody is wanted for: while nobody is signed in. */
const NOTHING: Attention = { wants: 'decision', count: 0 };

/** The badge for what the person is wanted for. */
export function badgeOf({ wants, count }: Attention): Badge {
  const name = word('extensionName');
  const color = COLORS[wants];
  if (count === 0) return { text: '', title: name, color };
  const what = countedWord(wants === 'sign-in' ? 'statusSignIn' : 'statusNeedsYou', count);
  return { text: count > 99 ? '99+' : String(count), title: word('badgeTitle', name, what), color };
}

/**
 * Keeps the toolbar button's badge and title as `storage.local` is: now, and after every change of it. To be called in
 * the worker's first turn. Storage is read once; what the browser refuses goes to the worker's console.
 */
export function keepBadge(): void {
  let shown = '';
  watchPageState(({ languages }) => {
    const wanted = languages ? attention(languages) : NOTHING;
    // Storage changes often and the badge seldom: it is put into words only where it says something else.
    const news = JSON.stringify(wanted);
    if (news === shown) return;
    shown = news;
    paint(badgeOf(wanted)).catch(reportError);
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
