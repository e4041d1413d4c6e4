import { GraphFailure, type GraphFailureCode, type GraphFailureFacts } from '../../src/graph/failure';
import type { Graph } from '../../src/graph/graph';
import type { LanguageFields, ProfileLanguage } from '../../src/languages/language';
import { aLanguage } from '../support/builders';

/** What was asked of the service: the verb, and what it was about. */
export type Asked =
  | readonly ['list']
  | readonly ['create', LanguageFields]
  | readonly ['update', string, Partial<LanguageFields>]
  | readonly ['remove', string];

/** What goes wrong with the next request of a kind: before the service does it, or after. */
interface Trouble {
  readonly verb: Asked[0];
  readonly failure: GraphFailure;
  readonly isExecuted: boolean;
}

/** A profile that behaves as the service does: it has a state, it gives ids, it refuses tokens, it can fail. */
export class FakeGraph implements Graph {
  readonly asked: Asked[] = [];
  languages: ProfileLanguage[];
  /** Tokens that it does not accept. */
  readonly refusedTokens = new Set<string>();
  refusesProficiency = false;
  #troubles: Trouble[] = [];
  #ids = 0;

  constructor(languages: readonly ProfileLanguage[]) {
    this.languages = [...languages];
  }

  /** The next request of that verb fails like this; `executed` where the service did it all the same. */
  fail(
    verb: Asked[0],
    code: GraphFailureCode,
    facts: GraphFailureFacts = {},
    fate = 'refused' as 'refused' | 'executed',
  ) {
    this.#troubles.push({ verb, failure: new GraphFailure(code, facts), isExecuted: fate === 'executed' });
  }

  changes(): Asked[] {
    return this.asked.filter(([verb]) => verb !== 'list');
  }

  listLanguages: Graph['listLanguages'] = ({ token }) =>
    this.#answer(token, ['list'], () => [...this.languages]);

  createLanguage: Graph['createLanguage'] = ({ token }, fields) =>
    this.#answer(token, ['create', fields], () => {
      if (this.refusesProficiency && fields.proficiency !== null)
        throw new GraphFailure('refused', { status: 400 });
      this.#ids += 1;
      const created = aLanguage({ ...fields, id: `id-${this.#ids}` });
      this.languages.push(created);
      return created;
    });

  updateLanguage: Graph['updateLanguage'] = ({ token }, id, changed) =>
    this.#answer(token, ['update', id, changed], () => {
      const updated = { ...this.#find(id), ...changed };
      this.languages = this.languages.map((each) => (each.id === id ? updated : each));
      return updated;
    });

  removeLanguage: Graph['removeLanguage'] = ({ token }, id) =>
    this.#answer(token, ['remove', id], () => {
      this.#find(id);
      this.languages = this.languages.filter((each) => each.id !== id);
    });

  readOrganisation: Graph['readOrganisation'] = () => Promise.resolve('Contoso');

  #find(id: string): ProfileLanguage {
    const found = this.languages.find((each) => each.id === id);
    if (!found) throw new GraphFailure('not-found', { status: 404 });
    return found;
  }

  async #answer<T>(token: string, asked: Asked, execute: () => T): Promise<T> {
    this.asked.push(asked);
    await Promise.resolve();
    if (this.refusedTokens.has(token)) throw new GraphFailure('signed-out', { status: 401 });
    const trouble = this.#troubles.find(({ verb }) => verb === asked[0]);
    if (trouble === undefined) return execute();
    this.#troubles = this.#troubles.filter((each) => each !== trouble);
    if (trouble.isExecuted) execute();
    throw trouble.failure;
  }
}
