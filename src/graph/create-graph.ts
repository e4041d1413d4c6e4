import { exchange, type Http } from './exchange';
import { GraphFailure } from './failure';
import type { Graph } from './graph';
import { listPages } from './list-pages';
import {
  readEmptyAnswer,
  readLanguageAnswer,
  readOrganisationAnswer,
  readPageAnswer,
  type Expected,
} from './read-answer';
import { languagesUrl, languageUrl, organisationUrl } from './resources';
import { toWire } from './to-wire';

/** A {@link Graph} of one cloud. */
export function createGraph(http: Http): Graph {
  const { graphOrigin } = http;
  const onCollection = { graphOrigin, missing: 'unsupported' } as const;
  const onLanguage = { graphOrigin, missing: 'not-found' } as const;
  const found: Expected = { ...onCollection, status: 200 };
  return {
    listLanguages(call) {
      return listPages(graphOrigin, async (url) =>
        readPageAnswer(await exchange(http, call, { method: 'GET', url }), found),
      );
    },
    async createLanguage(call, fields) {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
      const request = { method: 'POST', url: languagesUrl(graphOrigin), body: toWire(given) } as const;
      return readLanguageAnswer(await exchange(http, call, request), { ...onCollection, status: 201 });
    },
    async updateLanguage(call, id, changed) {
      const body = toWire(changed);
      if (Object.keys(body).length === 0) throw new GraphFailure('refused');
      const request = { method: 'PATCH', url: languageUrl(graphOrigin, id), body } as const;
      return readLanguageAnswer(await exchange(http, call, request), { ...onLanguage, status: 200 });
    },
    async removeLanguage(call, id) {
      const request = { method: 'DELETE', url: languageUrl(graphOrigin, id) } as const;
      readEmptyAnswer(await exchange(http, call, request), { ...onLanguage, status: 204 });
    },
    async readOrganisation(call) {
      const request = { method: 'GET', url: organisationUrl(graphOrigin) } as const;
      return readOrganisationAnswer(await exchange(http, call, request), found);
    },
  };
}
