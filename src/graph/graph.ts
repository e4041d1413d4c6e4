import type { LanguageFields, ProfileLanguage } from '../languages/language';

/** What every call to Graph needs. */
export interface GraphCall {
  /** The access token: it goes into the `Authorization` header and nowhere else. */
  readonly token: string;
  /** A fresh GUID per attempt, sent as `client-request-id`: what support asks for. */
  readonly requestId: string;
}

/**
 * The languages on the signed-in person's own profile. Every method rejects with a {@link GraphFailure} and nothing
 * else. There is no way to name another resource: a request for the whole profile cannot be built.
 * @see https://learn.microsoft.com/graph/api/resources/languageproficiency?view=graph-rest-beta
 */
export interface Graph {
  /** All languages, every page, in the service's order. */
  listLanguages(call: GraphCall): Promise<ProfileLanguage[]>;
  /**
   * Creates one from every field that is not null; answers with the language as the service stored it. A level or
   * audience that this version does not know is left out.
   */
  createLanguage(call: GraphCall, fields: LanguageFields): Promise<ProfileLanguage>;
  /**
   * Changes exactly the given fields (null clears one); answers with the whole language as it is now. A level or
   * audience that this version does not know is left out; where nothing else is left, it rejects with `refused`.
   */
  updateLanguage(call: GraphCall, id: string, changed: Partial<LanguageFields>): Promise<ProfileLanguage>;
  /** Removes one. A language that is already gone rejects with `not-found`. */
  removeLanguage(call: GraphCall, id: string): Promise<void>;
  /** The name of the organisation on the person's account; null where it has none. */
  readOrganisation(call: GraphCall): Promise<string | null>;
}
