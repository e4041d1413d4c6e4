import * as v from 'valibot';
import type { ProfileLanguage } from '../languages/language';
import type { Answer } from './exchange';
import { GraphFailure } from './failure';
import { readFailure } from './read-failure';
import { readRequestId } from './read-request-id';
import { companyName, readLanguage } from './wire';

/** What the answer to a request must be to count as Graph's. */
export interface Expected {
  readonly graphOrigin: string;
  readonly status: 200 | 201 | 204;
  /** What a 404 says: of one language that it is gone, of anything else that the service does not offer it. */
  readonly missing: 'not-found' | 'unsupported';
}

/** One page of the list. */
export interface Page {
  readonly languages: readonly (ProfileLanguage | null)[];
  readonly nextLink: string | null;
}

const PageBody = v.object({ value: v.array(v.unknown()), '@odata.nextLink': v.nullish(v.string(), null) });
const OrganisationBody = v.object({ companyName });

/** Does nothing for the expected answer of Graph without a body. Throws {@link GraphFailure} for any other. */
export function readEmptyAnswer(answer: Answer, { graphOrigin, status, missing }: Expected): void {
  if (!URL.canParse(answer.url) || new URL(answer.url).origin !== graphOrigin) throw notGraph(answer);
  if (answer.status >= 400) throw readFailure(answer, missing);
  if (answer.status !== status || readRequestId(answer) === null) throw notGraph(answer);
}

/** The language that the answer carries. Throws {@link GraphFailure}. */
export function readLanguageAnswer(answer: Answer, expected: Expected): ProfileLanguage {
  const language = readLanguage(readJson(answer, expected));
  if (!language) throw notGraph(answer);
  return language;
}

/** One page of languages, null in place of each that has no usable id. Throws {@link GraphFailure}. */
export function readPageAnswer(answer: Answer, expected: Expected): Page {
  const page = readAs(PageBody, answer, expected);
  return { languages: page.value.map(readLanguage), nextLink: page['@odata.nextLink'] };
}

/** The organisation's name; null where the account has none. Throws {@link GraphFailure}. */
export function readOrganisationAnswer(answer: Answer, expected: Expected): string | null {
  return readAs(OrganisationBody, answer, expected).companyName;
}

function readAs<Schema extends v.GenericSchema>(schema: Schema, answer: Answer, expected: Expected) {
  const read = v.safeParse(schema, readJson(answer, expected));
  if (!read.success) throw notGraph(answer);
  return read.output;
}

function readJson(answer: Answer, expected: Expected): unknown {
  readEmptyAnswer(answer, expected);
  const isJson = /^application\/json\b/i.test(answer.headers.get('content-type') ?? '');
  if (!isJson || answer.text === null) throw notGraph(answer);
  try {
    return JSON.parse(answer.text);
  } catch {
    // The error is not kept as a cause: it quotes the body.
    throw notGraph(answer);
  }
}

function notGraph(answer: Answer): GraphFailure {
  return new GraphFailure('not-graph', { status: answer.status, requestId: readRequestId(answer) });
}
