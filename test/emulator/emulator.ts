import { createLocalJWKSet } from 'jose';
import { createDemands } from './demands';
import { createElsewhere, type Elsewhere } from './elsewhere';
import { createExchangeLog, type Exchange } from './exchange-log';
import { createFaults, type Faults } from './faults';
import type { StoredLanguage } from './graph-entity';
import { handleGraph } from './graph-server';
import { createLoginProvider, issuerOf } from './login-provider';
import { handleLogin } from './login-server';
import { createLoginStorage } from './login-storage';
import { createSigningKeys } from './signing-keys';
import { listen } from './node-http';
import { createPauses, type Pauses } from './pauses';
import { createDirectory, type Directory, type Person } from './people';
import { createProfileStore } from './profile-store';
import { seedOf } from './seed';

/** Where to listen; port 0 takes any free one. */
export interface EmulatorOptions {
  /** When left out: `GRAPH_PORT` of the environment, or 4010. */
  readonly graphPort?: number;
  /** When left out: `LOGIN_PORT` of the environment, or 4011. */
  readonly loginPort?: number;
  /** Hears of each exchange when it has ended, answered or not. */
  readonly onExchange?: (exchange: Exchange) => void;
}

/** A local Microsoft Graph and a local sign-in, as real as the extension can tell. */
export interface Emulator extends Directory {
  /** Origins without a trailing slash. */
  readonly graphOrigin: string;
  readonly loginOrigin: string;
  /** Every exchange since the start or the last reset. No token is in it. */
  readonly log: readonly Exchange[];
  readonly faults: Pick<Faults, 'set' | 'reset'>;
  /** Holds up the next request of this method at this point, for as long as the test likes. */
  readonly hold: Pauses['hold'];
  /** What is on a person's profile now, as Graph would answer it. */
  profileOf(person: Person): StoredLanguage[];
  /** Replaces a person's profile. */
  setProfile(person: Person, languages: readonly StoredLanguage[]): void;
  /** What the same person does in another browser or app. */
  readonly changeElsewhere: Elsewhere;
  /** First profiles again, no faults, nothing held up, an empty log, and nobody signed in. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts both servers on 127.0.0.1. Rejects with an error that names the port when one is taken. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const directory = createDirectory(process.env);
  const people = Object.values(directory.people);
  const faults = createFaults();
  const pauses = createPauses();
  const demands = createDemands(faults);
  const log = createExchangeLog(options.onExchange);
  const store = createProfileStore((person) => seedOf(person, directory));
  const keys = await createSigningKeys();

  const servers = await listenBoth(options);
  const graphOrigin = servers.graph.origin;
  const loginOrigin = servers.login.origin;

  const tenants = Object.values(directory.tenants).map((tenant) => {
    const storage = createLoginStorage();
    const own = people.filter((person) => person.tenant === tenant);
    const provider = createLoginProvider({
      loginOrigin,
      graphOrigin,
      tenant,
      people: own,
      clientId: directory.clientId,
      keys: keys.private,
      storage,
      faults,
      demands,
    });
    return { tenant, people: own, provider, demands, faults, storage };
  });

  function reset() {
    store.reset();
    faults.reset();
    pauses.reset();
    for (const demand of Object.values(demands)) demand.reset();
    log.clear();
    for (const { storage } of tenants) storage.clear();
  }

  servers.graph.answerWith((request, response) =>
    handleGraph(request, response, {
      origin: graphOrigin,
      store,
      faults,
      pauses,
      log,
      control: { faults, log, reset },
      tokenRules: {
        keys: createLocalJWKSet(keys.public),
        issuers: tenants.map(({ tenant }) => issuerOf(loginOrigin, tenant)),
        audience: graphOrigin,
        authorizationUri: `${loginOrigin}/common/oauth2/authorize`,
        people,
      },
    }),
  );
  servers.login.answerWith((request, response) =>
    handleLogin(request, response, { tenants, clientId: directory.clientId, faults, pauses, log }),
  );

  return {
    ...directory,
    graphOrigin,
    loginOrigin,
    log: log.entries,
    faults,
    hold: (point, method) => pauses.hold(point, method),
    profileOf: (person) => structuredClone([...store.languagesOf(person)]),
    setProfile: (person, languages) => {
      store.replace(person, structuredClone(languages));
    },
    changeElsewhere: createElsewhere(store),
    reset,
    async close() {
      await Promise.all([servers.graph.close(), servers.login.close()]);
    },
  };
}

/** Each server needs the other's address before it can answer: both listen first. */
async function listenBoth({
  graphPort = Number(process.env['GRAPH_PORT'] ?? 4010),
  loginPort = Number(process.env['LOGIN_PORT'] ?? 4011),
}: EmulatorOptions) {
  const graph = await listen(graphPort, 'GRAPH_PORT');
  try {
    return { graph, login: await listen(loginPort, 'LOGIN_PORT') };
  } catch (error) {
    await graph.close();
    throw error;
  }
}
