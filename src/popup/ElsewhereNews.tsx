import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { newsBetween, type Shown } from './elsewhere-news';
import type { PopupState } from './popup-state';

export interface ElsewhereNewsProps {
  readonly state: PopupState;
}

/** Long enough to be read. */
const SHOWN_MS = 6_000;

/** Sees what somebody changes elsewhere while the page is open, and has it shown for a moment. It shows nothing itself. */
export function ElsewhereNews({ state }: ElsewhereNewsProps) {
  useEffect(() => {
    let before = shownBy(state);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = effect(() => {
      const after = shownBy(state);
      const news = newsBetween(before, after);
      before = after;
      if (news === null) return;
      state.news.value = news;
      clearTimeout(timer);
      timer = setTimeout(() => {
        state.news.value = null;
      }, SHOWN_MS);
    });
    return () => {
      end();
      clearTimeout(timer);
      state.news.value = null;
    };
  }, []);
  return null;
}

function shownBy({ listed, page }: PopupState): Shown {
  const { edits = [], snapshot = null } = page.value.languages ?? {};
  return {
    lines: listed.value,
    editIds: edits.map(({ id }) => id),
    fetchedAtMs: snapshot?.fetchedAtMs ?? null,
  };
}
