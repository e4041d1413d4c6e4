/** What people type who look for a language that the first table has, in all the ways in which it can be named. */
export const usualQueries: readonly string[] = [
  ...[
    'german',
    'welsh',
    'persian',
    'cantonese',
    'irish',
    'burmese',
    'urdu',
    'hindi',
    'portuguese',
    'english',
  ],
  ...[
    'deutsch',
    'norsk',
    '日本語',
    'español',
    'turkce',
    'русский',
    'العربية',
    'tieng viet',
    '한국',
    'bahasa',
  ],
  ...[
    'mandarin',
    'farsi',
    'flemish',
    'bokmal',
    'castilian',
    'gaelic',
    'tagalog',
    'serbo-croatian',
    'swiss german',
  ],
  ...['brazilian', 'american english', 'simplified chinese', 'french canada', 'latin american spanish'],
  ...['asl', 'auslan', 'sign language german', 'Gebärdensprache', 'nb-NO', 'pt_br'],
];

/** What the first table does not have: rare languages, slips of a finger, and what is no language at all. */
export const unusualQueries: readonly string[] = [
  ...[
    'ghotuo',
    'zyphe chin',
    'polari',
    'aaa',
    'yanomamö',
    'tsakhur',
    'nunggubuyu',
    'mochica',
    'wu chang',
    'kayapó',
  ],
  ...['germn', 'spansh', 'portugese', 'jappanese', 'sweedish', 'itlaian', 'ukranian', 'ghotuoo'],
  ...['xyzwxyzw', 'american inglish please'],
];
