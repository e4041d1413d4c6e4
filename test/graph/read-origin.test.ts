import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/languages/language';
import { readOrigin, type Provenance } from '../../src/graph/read-origin';

const UNTOLD: Provenance = {
  sourceIds: [],
  types: [],
  isCreatedByPerson: false,
  application: null,
  isInferred: false,
};
const API = '46a57efc-33f8-4eec-a512-b90039ad6187';
const DIRECTORY = '4ce763dd-9214-4eff-af7c-da491cc3782d';
const SHAREPOINT = '6cdc4422-8c05-40c5-902e-8ade707725ab';

describe('readOrigin', () => {
  it.each<[string, Partial<Provenance>, Source, boolean]>([
    ['the source of this API', { sourceIds: [API] }, 'user', true],
    ['that source in capitals', { sourceIds: [API.toUpperCase()] }, 'user', true],
    ['that source among others', { sourceIds: [DIRECTORY, API] }, 'user', true],
    ['the type User', { types: ['User'] }, 'user', true],
    ['the type user among others', { types: ['AAD', 'user'] }, 'user', true],
    ['a person as creator and no more', { isCreatedByPerson: true }, 'user', true],
    [
      'a person as creator of what a system gives',
      { isCreatedByPerson: true, types: ['UPA'] },
      'sharepoint',
      false,
    ],
    ['a person who used an application', { isCreatedByPerson: true, application: 'AAD' }, 'user', true],
    ['an application called User', { application: 'User' }, 'other', false],
    [
      'the directory, and an application called User',
      { types: ['AAD'], application: 'User' },
      'directory',
      false,
    ],
    ['the directory by id', { sourceIds: [DIRECTORY] }, 'directory', false],
    ['the directory by type', { types: ['AAD'] }, 'directory', false],
    ['the directory as creator', { application: 'AAD' }, 'directory', false],
    ['the other directory', { types: ['MsGraph'] }, 'directory', false],
    ['SharePoint by id', { sourceIds: [SHAREPOINT] }, 'sharepoint', false],
    ['SharePoint by type', { types: ['UPA'] }, 'sharepoint', false],
    ['a connector', { sourceIds: ['a-connector'], types: ['ConnectorSource'] }, 'organisation', false],
    ['organisational data', { types: ['OrganizationalDataInMicrosoft365'] }, 'organisation', false],
    ['a system of later', { types: ['Galaxy'] }, 'other', false],
    ['a name of the prototype', { types: ['constructor'] }, 'other', false],
    ['an inference', { isInferred: true }, 'inferred', true],
    ['an inference that a system wrote down', { isInferred: true, application: 'MsGraph' }, 'inferred', true],
    ['an inference that the directory owns', { isInferred: true, types: ['AAD'] }, 'directory', false],
    ['an inference of a system of later', { isInferred: true, types: ['Galaxy'] }, 'inferred', true],
    ['an inference that the person took over', { isInferred: true, types: ['User'] }, 'user', true],
    ['nothing', {}, 'other', true],
  ])('of %s', (_, told, source, isEditable) => {
    expect(readOrigin({ ...UNTOLD, ...told })).toEqual({ source, isEditable });
  });
});
