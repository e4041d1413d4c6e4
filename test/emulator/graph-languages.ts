import {
  changeLanguage,
  createLanguage,
  isManaged,
  type StoredLanguage,
  type WritableLanguage,
} from './graph-entity';
import { audiencesNumber, levelNumber } from './graph-enums';
import { nextLink, readPageMark, readQuery, selectProperties, type GraphQuery } from './graph-query';
import { accessDenied, badRequest, GraphRefusal } from './graph-refusal';
import { readJson } from './graph-request';
import type { Answer } from './graph-response';
import type { GraphCall, GraphService } from './graph-routes';
import { requireScope } from './graph-token';
import { readLanguageBody } from './graph-validation';
import type { Person } from './people';

const TYPE = 'microsoft.graph.languageProficiency';
const PROPERTIES = [
  'allowedAudiences',
  'createdBy',
  'createdDateTime',
  'displayName',
  'id',
  'inference',
  'isSearchable',
  'lastModifiedBy',
  'lastModifiedDateTime',
  'proficiency',
  'reading',
  'source',
  'sources',
  'spoken',
  'tag',
  'thumbnailUrl',
  'written',
] as const satisfies readonly (keyof StoredLanguage)[];

/** Clients have to ignore annotations that they do not know; this one is in many answers. */
const TIPS = { '@microsoft.graph.tips': 'Use $select to choose only the properties your app needs.' };

export function listAll(call: GraphCall, service: GraphService): Answer {
  requireScope(call.caller, 'read');
  const { parameters, path } = call.request;
  const query = readQuery(parameters, TYPE, PROPERTIES);
  const mark = readPageMark(parameters);
  const start = mark?.start ?? query.skip;
  const size = mark?.size ?? service.faults.take('pageSize')?.pageSize ?? query.top ?? Infinity;
  const all = readLanguages(call, service);
  const hasMore = start + size < all.length && (mark !== null || query.top === null);
  const show = presenter(call, service, query);
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call.caller.person, service),
      ...(query.select ? {} : TIPS),
      value: all.slice(start, start + size).map(show),
      ...(hasMore && {
        '@odata.nextLink': nextLink(service.origin, path, parameters, { start: start + size, size }),
      }),
    },
  };
}

export function getOne(call: GraphCall, service: GraphService): Answer {
  requireScope(call.caller, 'read');
  const query = readQuery(call.request.parameters, TYPE, PROPERTIES);
  return entityAnswer(200, find(readLanguages(call, service), call.itemId), call, service, query);
}

export function createOne(call: GraphCall, service: GraphService): Answer {
  requireScope(call.caller, 'write');
  const created = createLanguage(readWritten(call, service), call.caller.person);
  service.store.replace(call.caller.person, [...current(call, service), created]);
  const location = `${service.origin}${call.request.path}/${created.id}`;
  return { ...entityAnswer(201, created, call, service), headers: { Location: location } };
}

export function updateOne(call: GraphCall, service: GraphService): Answer {
  requireScope(call.caller, 'write');
  const language = findOwn(call, service);
  const changed = changeLanguage(language, readWritten(call, service), call.caller.person);
  service.store.replace(
    call.caller.person,
    current(call, service).map((each) => (each.id === changed.id ? changed : each)),
  );
  return entityAnswer(200, changed, call, service);
}

export function deleteOne(call: GraphCall, service: GraphService): Answer {
  requireScope(call.caller, 'write');
  const { id } = findOwn(call, service);
  service.store.replace(
    call.caller.person,
    current(call, service).filter((each) => each.id !== id),
  );
  return { status: 204 };
}

function current({ caller }: GraphCall, { store }: GraphService): readonly StoredLanguage[] {
  return store.languagesOf(caller.person);
}

/** What a read sees: possibly an older state. */
function readLanguages({ caller }: GraphCall, { store, faults }: GraphService): readonly StoredLanguage[] {
  return store.languagesOf(caller.person, faults.take('readLag')?.lagMs);
}

function find(languages: readonly StoredLanguage[], id: string): StoredLanguage {
  const found = languages.find((language) => language.id === id);
  if (!found) throw new GraphRefusal(404, 'UnknownError');
  return found;
}

function findOwn(call: GraphCall, service: GraphService): StoredLanguage {
  const language = find(current(call, service), call.itemId);
  if (isManaged(language)) throw accessDenied('ErrorAccessDeniedForRole');
  return language;
}

function readWritten({ request }: GraphCall, { faults }: GraphService): Partial<WritableLanguage> {
  const written = readLanguageBody(readJson(request));
  if (written.proficiency !== undefined && faults.take('refuseProficiency', request.method)) {
    throw badRequest(`The property 'proficiency' does not exist on type '${TYPE}'.`);
  }
  return written;
}

function entityAnswer(
  status: number,
  language: StoredLanguage,
  call: GraphCall,
  service: GraphService,
  query: GraphQuery = { select: null, top: null, skip: 0 },
): Answer {
  const context = `${contextOf(call.caller.person, service)}/$entity`;
  return { status, body: { '@odata.context': context, ...presenter(call, service, query)(language) } };
}

function contextOf({ objectId }: Person, { origin }: GraphService): string {
  return `${origin}/beta/$metadata#users('${objectId}')/profile/languages`;
}

/** How languages look in this answer: only what was selected, and enums perhaps as numbers. */
function presenter({ request }: GraphCall, { faults }: GraphService, query: GraphQuery) {
  const isNumeric = faults.take('numericEnums', request.method) !== undefined;
  return (language: StoredLanguage): Record<string, unknown> =>
    selectProperties(isNumeric ? withNumbers(language) : language, query);
}

function withNumbers(language: StoredLanguage): object {
  return {
    ...language,
    proficiency: levelNumber(language.proficiency),
    spoken: levelNumber(language.spoken),
    written: levelNumber(language.written),
    reading: levelNumber(language.reading),
    allowedAudiences: audiencesNumber(language.allowedAudiences),
  };
}
