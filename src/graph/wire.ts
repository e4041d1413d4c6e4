import * as v from 'valibot';
import type { ProfileLanguage } from '../languages/language';
import { toKeptName } from './names';
import { readOrigin } from './read-origin';
import { isUsableId } from './resources';
import { toAudienceWord, toLevelWord } from './wire-words';

const MAX_WORD_LENGTH = 256;
const MAX_TAG_LENGTH = 64;

/** Null for what is missing, null or not as expected. */
function part<Part>(schema: v.GenericSchema<unknown, Part>) {
  return v.fallback(v.nullable(schema), null);
}

/** A word of an enum, or its number; one that is too long is none, since a cut word would be another word. */
function word(toWord: (given: string) => string) {
  const given = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
  return part(v.pipe(given, v.nonEmpty(), v.maxLength(MAX_WORD_LENGTH), v.transform(toWord)));
}

const name = part(v.pipe(v.string(), v.nonEmpty(), v.transform(toKeptName)));
// Too long for one, it is none: cut, it would name another language.
const tag = part(v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_TAG_LENGTH)));
const level = word(toLevelWord);
const flag = v.fallback(v.boolean(), false);
const instant = part(v.pipe(v.string(), v.isoTimestamp(), v.transform(toUtc)));
const Annotation = v.object({ isDefaultSource: flag, sourceId: name, id: name });

// One word in some national clouds, a list of them elsewhere.
const asList = v.transform((type): unknown[] => (Array.isArray(type) ? type : [type]));
const types = v.pipe(v.unknown(), asList, v.array(name));

/** The organisation's name on the person's account: of `GET /me`, read as tolerantly as the fields of a language. */
export const companyName = name;

const Item = v.object({
  id: v.pipe(v.string(), v.check(isUsableId)),
  displayName: name,
  tag,
  proficiency: level,
  spoken: level,
  written: level,
  reading: level,
  allowedAudiences: word(toAudienceWord),
  createdDateTime: instant,
  lastModifiedDateTime: instant,
  inference: part(
    v.object({
      confidenceScore: part(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
      userHasVerifiedAccuracy: flag,
    }),
  ),
  sources: v.fallback(v.array(part(Annotation)), []),
  source: part(v.object({ type: types })),
  createdBy: part(
    v.object({ user: part(v.object({ id: name })), application: part(v.object({ displayName: name })) }),
  ),
});

/**
 * One language as the service tells it; null where it has no id by which it could be addressed. Everything else may be
 * missing or odd and becomes null: the service's own documents and answers do not agree on it. Only known fields are
 * copied, into fresh objects.
 */
export function readLanguage(item: unknown): ProfileLanguage | null {
  const read = v.safeParse(Item, item);
  if (!read.success) return null;
  const { displayName, allowedAudiences, createdDateTime, lastModifiedDateTime, inference, ...rest } =
    read.output;
  const { sources, source, createdBy, ...same } = rest;
  return {
    ...same,
    displayName: displayName ?? '',
    audience: allowedAudiences,
    createdAt: createdDateTime,
    modifiedAt: lastModifiedDateTime,
    inference: inference && { confidence: inference.confidenceScore },
    ...(inference && { isVerified: inference.userHasVerifiedAccuracy }),
    ...readOrigin({
      sourceIds: defaultSourceIds(sources.filter((annotation) => annotation !== null)),
      types: (source?.type ?? []).filter((type) => type !== null),
      isCreatedByPerson: Boolean(createdBy?.user?.id),
      application: createdBy?.application?.displayName ?? null,
      isInferred: inference !== null,
    }),
  };
}

/** Where none is marked as the default source, each may be. The reference says `id`, the service `sourceId`. */
function defaultSourceIds(annotations: readonly v.InferOutput<typeof Annotation>[]): string[] {
  const marked = annotations.filter(({ isDefaultSource }) => isDefaultSource);
  const meant = marked.length > 0 ? marked : annotations;
  return meant.map(({ sourceId, id }) => sourceId ?? id).filter((given) => given !== null);
}

/** Year one is the service's placeholder for "no date". */
function toUtc(given: string): string | null {
  const date = new Date(given);
  return date.getUTCFullYear() > 1 ? date.toISOString() : null;
}
