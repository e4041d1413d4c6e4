import type { Configuration } from '../identity/configuration';
import { word } from '../ui/words';
import { cloudWord } from './cloud-word';
import styles from './Elsewhere.module.css';

export interface ElsewhereProps {
  /** With what the person signs in in their other browsers. */
  readonly theirs: Configuration;
  /** True where it is what this page shows. */
  readonly isShown: boolean;
  readonly onUse: () => void;
}

/** Says what the person's other browsers use: the same as this one by itself, or something else to be taken over. */
export function Elsewhere({ theirs, isShown, onUse }: ElsewhereProps) {
  const { tenant, clientId, cloud } = theirs;
  return (
    <div class={styles['elsewhere']}>
      {isShown ? (
        <p>{word('settingsFromElsewhere')}</p>
      ) : (
        <>
          <p>{word('settingsElsewhere', tenant, clientId, cloudWord(cloud))}</p>
          <button type="button" class="button" onClick={onUse}>
            {word('useTheirSettings')}
          </button>
        </>
      )}
    </div>
  );
}
