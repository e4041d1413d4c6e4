import { aConfiguration } from './fake-directory';
import { setUp } from './set-up';

/** How long an access token of the fake directory is good for. */
export const HOUR_MS = 3_600_000;

/** Ada signed in an hour ago: her access token has ended, her refresh token has not. */
export async function anHourLater(parts: Parameters<typeof setUp>[0] = {}) {
  const world = setUp(parts);
  const account = await world.identity.signIn(aConfiguration);
  world.directory.exchanges.length = 0;
  world.directory.launched.length = 0;
  world.tokens.writes = 0;
  world.clock.offsetMs = HOUR_MS;
  return { ...world, account };
}

/** The browser was restarted: the tokens are gone, the account and the session with the directory are not. */
export async function afterRestart() {
  const world = await anHourLater();
  await world.tokens.clear();
  return { ...world, identity: world.wake() };
}
