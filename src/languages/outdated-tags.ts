/**
 * Beginnings of tags that the registry replaced, each with what it is written as today, and the two names for
 * Chinese scripts that older Windows versions used.
 * @see https://www.iana.org/assignments/language-subtag-registry
 */
const OUTDATED = new Map(
  Object.entries({
    in: 'id',
    iw: 'he',
    ji: 'yi',
    jw: 'jv',
    mo: 'ro',
    'art-lojban': 'jbo',
    'en-gb-oed': 'en-gb-oxendict',
    'i-ami': 'ami',
    'i-bnn': 'bnn',
    'i-hak': 'hak',
    'i-klingon': 'tlh',
    'i-lux': 'lb',
    'i-navajo': 'nv',
    'i-pwn': 'pwn',
    'i-tao': 'tao',
    'i-tay': 'tay',
    'i-tsu': 'tsu',
    'no-bok': 'nb',
    'no-nyn': 'nn',
    'sgn-be-fr': 'sfb',
    'sgn-be-nl': 'vgt',
    'sgn-ch-de': 'sgg',
    'zh-chs': 'zh-hans',
    'zh-cht': 'zh-hant',
    'zh-cmn': 'cmn',
    'zh-gan': 'gan',
    'zh-guoyu': 'cmn',
    'zh-hakka': 'hak',
    'zh-min-nan': 'nan',
    'zh-wuu': 'wuu',
    'zh-xiang': 'hsn',
    'zh-yue': 'yue',
  }),
);
const OUTDATED_BEGINNING = new RegExp(`^(?:${[...OUTDATED.keys()].join('|')})(?=-|$)`);

/** The tag, in lower case, as it is written today. */
export function replaceOutdated(tag: string): string {
  return tag.replace(OUTDATED_BEGINNING, (beginning) => OUTDATED.get(beginning) ?? beginning);
}
