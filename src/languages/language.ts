/**
 * One of the service's words for a level: a {@link Level} of `levels.ts`, or a word that this version does not
 * know yet. A word that is not known is shown as it stands and never written back.
 */
export type LevelWord = string;

/**
 * The service's words for who may see a language: an `Audience` of `audiences.ts`, several of them joined by
 * commas (the service's enum is one of flags), or a word that this version does not know yet.
 */
export type AudienceWord = string;

/** What a person can write about one language. Every field can be absent (null) on a profile that others wrote. */
export interface LanguageFields {
  /** The name as colleagues read it, in the language in which it was written. Plain text, possibly hostile. */
  readonly displayName: string;
  /** A BCP 47 tag, as it was written: possibly odd ("no-NB") or absent. */
  readonly tag: string | null;
  /** The level as a whole. The service's reference no longer lists it, its metadata and its cards still do. */
  readonly proficiency: LevelWord | null;
  readonly spoken: LevelWord | null;
  readonly written: LevelWord | null;
  readonly reading: LevelWord | null;
  /** Who may see it; null means that the service did not say. */
  readonly audience: AudienceWord | null;
  /** Whether the person has said that Microsoft inferred it rightly; absent for one that it did not infer. */
  readonly isVerified?: boolean;
}

/** How sure Microsoft is of a language that it inferred. */
export interface Inference {
  /** 0 to 1; null where the service gave none. */
  readonly confidence: number | null;
}

/** The system that a language came from; `other` carries what the service called it. */
export type Source = 'user' | 'directory' | 'organisation' | 'sharepoint' | 'inferred' | 'other';

/** One language on the profile, as the service last told it. `graph/` reads it from the wire, `storage/` keeps it. */
export interface ProfileLanguage extends LanguageFields {
  /** The service's id: opaque. */
  readonly id: string;
  readonly source: Source;
  /** False where the service is known to refuse edits, because an organisation's system owns the value. */
  readonly isEditable: boolean;
  /** What Microsoft says of a language that it inferred; null for one that somebody wrote. */
  readonly inference: Inference | null;
  /** When it was added, ISO 8601 in UTC; null where the service gave none or its year-one placeholder. */
  readonly createdAt: string | null;
  /** When it was last changed, as {@link createdAt}. A hint that something changed, never an order. */
  readonly modifiedAt: string | null;
}
