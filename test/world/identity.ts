import type { Account } from '../../src/identity/account';
import { SignInFailure, type SignInFailureCode } from '../../src/identity/failure';
import type { Identity } from '../../src/identity/identity';
import type { Clock } from './clock';
import type { Life } from './life';
import type { Service } from './service';

/** How long it takes from the window's answer to the tokens. */
const REDEEM_MS = 20;

/** Who can get a token: the directory, and the memory in which the browser keeps tokens. */
export interface FakeIdentity {
  /** The tokens that are kept, by account key, as `storage.session` has them. */
  readonly held: Map<string, string>;
  /** Why no new token is to be had without a window; null: silent renewal works. */
  renewal: SignInFailureCode | null;
  /** Who signs in at the next window, or how it ends; null: nobody does, it is `cancelled`. */
  nextSignIn: Account | SignInFailureCode | null;
  /** How long a renewal takes, and the person in a window. */
  renewalMs: number;
  /** The room as one worker has it. */
  open(life: Life): Identity;
}

/** A directory in which every account of the service has a valid sign-in. */
export function createFakeIdentity(
  service: Pick<Service, 'mint'>,
  { wait }: Pick<Clock, 'wait'>,
): FakeIdentity {
  const held = new Map<string, string>();
  const identity: FakeIdentity = {
    held,
    renewal: null,
    nextSignIn: null,
    renewalMs: 100,
    open: (life) => {
      let hasForgotten = false;
      let forgettings = 0;

      async function renew(account: Account): Promise<string> {
        await wait(identity.renewalMs);
        if (identity.renewal !== null) throw new SignInFailure(identity.renewal);
        if (hasForgotten) throw new SignInFailure('needs-sign-in');
        if (!life.tell({ point: 'renewal' }, 'before')) throw new SignInFailure('unavailable');
        const token = service.mint(account.key);
        held.set(account.key, token);
        life.tell({ point: 'renewal' }, 'after');
        return token;
      }

      return {
        signIn: (_, onAnswer) =>
          life.call({ point: 'token' }, async () => {
            await wait(identity.renewalMs);
            await onAnswer?.();
            const before = forgettings;
            await wait(REDEEM_MS);
            if (forgettings !== before) throw new SignInFailure('cancelled');
            const given = identity.nextSignIn ?? 'cancelled';
            if (typeof given === 'string') throw new SignInFailure(given);
            hasForgotten = false;
            held.clear();
            held.set(given.key, service.mint(given.key));
            return given;
          }),
        accessToken: (account, { rejectedToken } = {}) =>
          life.call({ point: 'token' }, async () => {
            const token = held.get(account.key);
            return token === undefined || token === rejectedToken ? renew(account) : token;
          }),
        forget: () =>
          life.call({ point: 'token' }, () => {
            hasForgotten = true;
            forgettings += 1;
            held.clear();
            return Promise.resolve();
          }),
      };
    },
  };
  return identity;
}
