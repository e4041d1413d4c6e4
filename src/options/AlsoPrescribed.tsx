import { languageNames } from '../languages/names';
import type { Policy } from '../storage/policy';
import { audienceWords } from '../ui/audience-words';
import { uiLocale, word } from '../ui/words';
import styles from './AlsoPrescribed.module.css';

export interface AlsoPrescribedProps {
  readonly policy: Policy;
}

/** What the organisation prescribes beside the registration; nothing where that is nothing. */
export function AlsoPrescribed({ policy }: AlsoPrescribedProps) {
  const { defaultAudience, lockAudience, displayNameLanguage } = policy;
  const facts = [
    defaultAudience && word('policyAudience', audienceWords(defaultAudience, null)),
    lockAudience && word('policyLockAudience'),
    displayNameLanguage && word('policyNames', nameOf(displayNameLanguage)),
  ].filter((fact) => typeof fact === 'string');
  if (facts.length === 0) return null;
  return (
    <div class={styles['also']}>
      <p>{word('policyAlso')}</p>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}

/** The language in the words of this browser; its tag where they have none for it. */
function nameOf(tag: string): string {
  return languageNames(uiLocale()).uiName(tag) ?? tag;
}
