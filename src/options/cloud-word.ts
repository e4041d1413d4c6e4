import type { CloudName } from '../identity/clouds';
import { type Word, word } from '../ui/words';

const CLOUD_WORDS: Readonly<Record<CloudName, Word>> = {
  global: 'cloud_global',
  'us-gov-l4': 'cloud_us_gov_l4',
  'us-gov-dod': 'cloud_us_gov_dod',
  china: 'cloud_china',
  local: 'cloud_local',
};

/** What people call the cloud. */
export function cloudWord(cloud: CloudName): string {
  return word(CLOUD_WORDS[cloud]);
}
