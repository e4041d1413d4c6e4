import * as v from 'valibot';
import type { WritableLanguage } from './graph-entity';
import { LEVEL_NAMES, normaliseAudiences } from './graph-enums';
import { badRequest, unknownError } from './graph-refusal';

const OUTSIDE_ENUM = 'outside-enum';

const text = v.exactOptional(v.nullable(v.string()));
const level = v.exactOptional(v.nullable(v.pipe(v.string(), v.picklist(LEVEL_NAMES, OUTSIDE_ENUM))));
const audiences = v.pipe(
  v.string(),
  v.transform(normaliseAudiences),
  v.check((known) => known !== null, OUTSIDE_ENUM),
);

/** What may be set. Everything else is read-only or does not exist: strict objects refuse both. */
const languageBody = v.strictObject({
  '@odata.type': v.exactOptional(v.literal('#microsoft.graph.languageProficiency')),
  displayName: text,
  tag: text,
  proficiency: level,
  spoken: level,
  written: level,
  reading: level,
  allowedAudiences: v.exactOptional(v.nullable(audiences)),
  inference: v.exactOptional(
    v.nullable(
      v.strictObject({
        confidenceScore: v.exactOptional(v.nullable(v.number())),
        userHasVerifiedAccuracy: v.exactOptional(v.nullable(v.boolean())),
      }),
    ),
  ),
  source: v.exactOptional(v.nullable(v.strictObject({ type: v.array(v.string()) }))),
});

/**
 * The body of a POST or PATCH, as strictly as the service reads it. Throws a `GraphRefusal` with status 400 for an
 * unknown or read-only property, a wrong type, and (without any reason) a word that is not in an enum.
 */
export function readLanguageBody(body: unknown): Partial<WritableLanguage> {
  const result = v.safeParse(languageBody, body);
  if (result.success) {
    const written = { ...result.output };
    delete written['@odata.type'];
    return written;
  }
  const [issue] = result.issues;
  throw issue.message === OUTSIDE_ENUM
    ? unknownError()
    : badRequest(`${v.getDotPath(issue) ?? 'Body'}: ${issue.message}`);
}
