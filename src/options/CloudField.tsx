import { type CloudName, cloudNames, isCloudName } from '../identity/clouds';
import select from '../ui/select.module.css';
import { word } from '../ui/words';
import { cloudWord } from './cloud-word';
import styles from './TextField.module.css';

export interface CloudFieldProps {
  readonly cloud: CloudName;
  /** True where the organisation has set it. */
  readonly isPrescribed: boolean;
  readonly onChoose: (cloud: CloudName) => void;
}

/** The Microsoft clouds that this build knows, to choose one. */
export function CloudField({ cloud, isPrescribed, onChoose }: CloudFieldProps) {
  return (
    <div class={styles['field']}>
      <label for="cloud">{word('cloud')}</label>
      <select
        class={select['select']}
        id="cloud"
        value={cloud}
        disabled={isPrescribed}
        aria-describedby="cloud-hint"
        onChange={({ currentTarget: { value } }) => {
          if (isCloudName(value)) onChoose(value);
        }}
      >
        {cloudNames.map((name) => (
          <option key={name} value={name}>
            {cloudWord(name)}
          </option>
        ))}
      </select>
      {isPrescribed && <small id="cloud-hint">{word('prescribed')}</small>}
    </div>
  );
}
