import { FakeStorageArea } from '../support/fake-storage-area';
import { messageReader } from '../support/messages';
import { readChoice, writeChoice } from './choice';
import { wordsOf } from './locales';
import { scenarioOf } from './scenarios';
import { createWorker } from './worker';

const choice = readChoice(location.search);
const scenario = scenarioOf(choice.scenario);
const uiLanguage = choice.locale.replace('_', '-');
const local = new FakeStorageArea();
const session = new FakeStorageArea();
const answer = createWorker(local, scenario);

await local.set(scenario.stored);
await session.set(scenario.remembered ?? {});
if (scenario.trouble === 'full') local.failWith(new Error('Resource::kQuotaBytes quota exceeded'));
if (scenario.trouble === 'unreadable') local.failReadsWith(new Error('The database is damaged'));

/** Stands for webextension-polyfill in the playground: what the pages use of it, in the state of the scenario. */
export default {
  storage: { local, session, sync: new FakeStorageArea() },
  i18n: {
    getUILanguage: () => uiLanguage,
    getAcceptLanguages: () => Promise.resolve([...(scenario.browserTags ?? [uiLanguage, 'ca'])]),
    // Browsers take from the default locale what another one does not have.
    getMessage: messageReader(wordsOf(choice.locale), wordsOf('en')),
  },
  identity: { getRedirectURL: () => 'https://bbbfjmapcjanienclhjnmpmeejeenkno.chromiumapp.org/' },
  tabs: {
    create: ({ url }: { url: string }) => {
      window.open(url);
      return Promise.resolve();
    },
  },
  runtime: {
    sendMessage: answer,
    getManifest: () => ({ version: '0.1.0' }),
    openOptionsPage: () => {
      location.assign(`settings.html?${writeChoice({ ...choice, scenario: 'settings-filled' })}`);
      return Promise.resolve();
    },
  },
};
