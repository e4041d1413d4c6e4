import { useEffect, useState } from 'preact/hooks';
import { naturalKey } from '../languages/tags';
import type { LanguageLine } from '../outbox/fold';
import { word } from '../ui/words';
import styles from './LineOddity.module.css';
import { languageRowView } from './language-row-view';
import { anyLevelWords } from './level-words';
import type { Oddity } from './oddities';
import type { PopupState } from './popup-state';
import { putAside } from './put-aside';
import { removeLine } from './remove-line';

export interface LineOddityProps {
  readonly line: LanguageLine;
  readonly oddity: Oddity;
  readonly state: PopupState;
}

/** What is odd about a language, and the ways to put it right or to leave it. */
export function LineOddity({ line, oddity, state }: LineOddityProps) {
  const proposed = useProposedTag(line, oddity);
  const isTaken = state.all.value.some((each) => each.key !== line.key && isSameAs(each, line, proposed));
  const isTwin = oddity.question === 'twin';
  return (
    <div class={styles['oddity']}>
      <p>{oddityWords(line, oddity)}</p>
      {isTwin && (
        <button
          type="button"
          class="button"
          onClick={() => {
            removeLine(state, line);
          }}
        >
          {word('removeThis')}
        </button>
      )}
      <button
        type="button"
        class="button"
        onClick={() => {
          putAside(state, oddity.question, line);
        }}
      >
        {word(isTwin ? 'keepBoth' : 'leaveAsIs')}
      </button>
      {/* It may come later, and moves nothing. */}
      {proposed !== null && !isTaken && (
        <button
          type="button"
          class="button"
          onClick={() => {
            state.change(line, { tag: proposed });
          }}
        >
          {word('useTag', proposed)}
        </button>
      )}
    </div>
  );
}

function oddityWords(line: LanguageLine, oddity: Oddity): string {
  if (oddity.question === 'tag') return line.tag === null ? word('tagMissing') : word('tagOdd', line.tag);
  const { name, level } = languageRowView(oddity.other);
  return word(oddity.isSame ? 'alsoThere' : 'nearlyThere', name, anyLevelWords(level));
}

/** Whether the line with that tag would be a second one of another: no odd tag is put right by a double. */
function isSameAs(other: LanguageLine, line: LanguageLine, tag: string | null): boolean {
  return tag !== null && naturalKey(other) === naturalKey({ ...line, tag });
}

/** What to write in place of an odd tag: where the tag itself does not tell, the name may, by the table of languages. */
function useProposedTag({ displayName }: LanguageLine, oddity: Oddity): string | null {
  const [byName, setByName] = useState<string | null>(null);
  const needsName = oddity.question === 'tag' && oddity.proposed === null;
  useEffect(() => {
    setByName(null);
    if (!needsName) return;
    import('../languages/tag-for-name').then(({ tagForName }) => {
      setByName(tagForName(displayName));
    }, reportError);
  }, [displayName, needsName]);
  return oddity.question === 'tag' ? (oddity.proposed ?? byName) : null;
}
