import type { SearchResult } from '../languages/search';
import styles from './SearchOption.module.css';

export interface SearchOptionProps {
  readonly result: SearchResult;
  /** As it would be written: with the region that goes without saying. */
  readonly tag: string;
  /** What the profile has of it already, in words; null: nothing. */
  readonly remark: string | null;
  readonly onPick: () => void;
}

/** One language that was found, with what matched underlined. */
export function SearchOption({ result, tag, remark, onPick }: SearchOptionProps) {
  const { entry, title, matched } = result;
  const second =
    matched.text === title ? entry.ownName : matched.text === entry.tag ? entry.ownName : matched.text;
  const inTag = matched.text === entry.tag && tag.startsWith(entry.tag) ? { ...matched, text: tag } : matched;
  return (
    <li role="option" class={styles['option']} oncombobox-commit={onPick}>
      <span class={styles['names']}>
        <Marked text={title} matched={matched} />{' '}
        {second !== null && second !== title && (
          <small>
            <Marked text={second} matched={matched} />
          </small>
        )}
      </span>
      <small>{remark ?? <Marked text={tag} matched={inTag} />}</small>
    </li>
  );
}

function Marked({ text, matched }: { readonly text: string; readonly matched: SearchResult['matched'] }) {
  if (matched.text !== text || matched.end === matched.start) return <bdi>{text}</bdi>;
  return (
    <bdi>
      {text.slice(0, matched.start)}
      <mark>{text.slice(matched.start, matched.end)}</mark>
      {text.slice(matched.end)}
    </bdi>
  );
}
