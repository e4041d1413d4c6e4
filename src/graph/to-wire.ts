import type { LanguageProficiency } from '@microsoft/microsoft-graph-types-beta';
import type { LanguageFields } from '../languages/language';
import { isWholeName } from './names';
import { isWritableAudience, isWritableLevel } from './wire-words';

/** The fields that are ever written, under the service's names. */
export type WireFields = Pick<
  LanguageProficiency,
  'displayName' | 'tag' | 'proficiency' | 'spoken' | 'written' | 'reading' | 'allowedAudiences' | 'inference'
>;

const LEVEL_FIELDS = ['proficiency', 'spoken', 'written', 'reading'] as const;

/**
 * Our fields under the service's names: exactly those that are given, null as null. A level or an audience that is not
 * one of the service's words today is left out, since the service would refuse the whole request because of it; so is
 * a name of which only the beginning was kept.
 */
export function toWire(fields: Partial<LanguageFields>): WireFields {
  const wire: WireFields = {};
  if (fields.displayName !== undefined && isWholeName(fields.displayName)) {
    wire.displayName = fields.displayName;
  }
  if (fields.tag !== undefined) wire.tag = fields.tag;
  for (const field of LEVEL_FIELDS) {
    const given = fields[field];
    if (given === null || (given !== undefined && isWritableLevel(given))) wire[field] = given;
  }
  const { audience } = fields;
  if (audience === null || (audience !== undefined && isWritableAudience(audience))) {
    wire.allowedAudiences = audience;
  }
  const { isVerified } = fields;
  if (isVerified !== undefined) wire.inference = { userHasVerifiedAccuracy: isVerified };
  return wire;
}
