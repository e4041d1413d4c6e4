const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const TIME = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)`;
const FORMS = [
  // Sun, 06 Nov 1994 08:49:37 GMT
  new RegExp(String.raw`^[A-Z][a-z]{2}, (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) ${TIME} GMT$`),
  // Sunday, 06-Nov-94 08:49:37 GMT
  new RegExp(String.raw`^[A-Z][a-z]{5,8}, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) ${TIME} GMT$`),
  // Sun Nov  6 08:49:37 1994
  new RegExp(String.raw`^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) ${TIME} (?<year>\d{4})$`),
];

/**
 * The instant of an HTTP date in any of its three forms, in ms since 1970; null for anything else. `Date.parse` is not
 * used: it takes far more, and differently in each browser. The clock only chooses the century of a two-digit year.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
 */
export function readHttpDateMs(text: string, nowMs: number): number | null {
  const parts = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!parts) return null;
  const read = (name: string) => Number(parts[name]);
  const year = parts['year']?.length === 2 ? withCentury(read('year'), nowMs) : read('year');
  const month = MONTHS.indexOf(parts['month'] ?? '');
  const day = read('day');
  const isDay = month >= 0 && new Date(Date.UTC(year, month, day)).getUTCDate() === day;
  // 60 is a leap second.
  const isTime = read('hour') < 24 && read('minute') < 60 && read('second') <= 60;
  return isDay && isTime ? Date.UTC(year, month, day, read('hour'), read('minute'), read('second')) : null;
}

/** RFC 9110: a two-digit year that seems more than 50 years ahead is the last one that ended so. */
function withCentury(year: number, nowMs: number): number {
  const thisYear = new Date(nowMs).getUTCFullYear();
  const sameCentury = thisYear - (thisYear % 100) + year;
  return sameCentury > thisYear + 50 ? sameCentury - 100 : sameCentury;
}
