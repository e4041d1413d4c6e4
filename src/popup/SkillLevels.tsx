import { withOneLevel, withSkill } from '../languages/each-skill';
import { isLevel } from '../languages/levels';
import { isSignLanguage } from '../languages/sign';
import { isLinked, rowLevel, type Skill, SKILLS, withLevel } from '../languages/skills';
import type { LanguageLine } from '../outbox/fold';
import select from '../ui/select.module.css';
import { type Word, word } from '../ui/words';
import details from './LanguageDetails.module.css';
import { LevelSelect } from './LevelSelect';
import { canDoWords } from './can-do-words';
import { anyLevelWords } from './level-words';
import type { PopupState } from './popup-state';
import styles from './SkillLevels.module.css';

export interface SkillLevelsProps {
  readonly line: LanguageLine;
  readonly name: string;
  readonly state: PopupState;
}

const SKILL_WORDS: Readonly<Record<Skill, Word>> = {
  spoken: 'spoken',
  reading: 'reading',
  written: 'written',
};

/** What the row's level means, the level of each skill, and the way back to one level for all. */
export function SkillLevels({ line, name, state }: SkillLevelsProps) {
  const isSign = isSignLanguage(line.tag);
  // A sign language has no spoken, written or read form of its own: one level says all.
  const skills = isSign ? SKILLS.slice(0, 1) : SKILLS;
  const level = rowLevel(line);
  return (
    <>
      {isLevel(level) && <p class={styles['meaning']}>{canDoWords(level)}</p>}
      {skills.map((skill) => {
        const label = word(isSign ? 'signing' : SKILL_WORDS[skill]);
        return (
          <div key={skill} class={details['field']}>
            <span aria-hidden="true">{label}</span>
            <LevelSelect
              label={word('skillOf', label, name)}
              level={isSign ? level : line[skill]}
              class={select['select']}
              onChange={(next) => {
                state.change(line, isSign ? withLevel(line, next) : withSkill(line, skill, next));
              }}
            />
          </div>
        );
      })}
      {!isSign && isLevel(level) && !isLinked(line) && (
        <button
          type="button"
          class={`button quiet ${styles['link'] ?? ''}`}
          onClick={() => {
            state.change(line, withOneLevel(line));
          }}
        >
          {word('levelForAll', anyLevelWords(level))}
        </button>
      )}
    </>
  );
}
