import type { interactionPolicy as policyTypes, KoaContextWithOIDC } from 'oidc-provider';
import type { Demand, Demands } from './demands';
import { interactionPolicy } from './load-oidc-provider';
import { entraText, type EntraCode } from './login-errors';
import { findByHint, type Person } from './people';

/** What decides whether a person has to be shown something. */
export interface PolicyParts {
  readonly people: readonly Person[];
  readonly demands: Demands;
}

/**
 * When the sign-in stops for the person: no session, another session than the hint names, `prompt=select_account`,
 * a second factor, an administrator's approval, and permissions that they have not accepted. With `prompt=none` each of
 * these is an error with Entra's number.
 */
export function createSignInPolicy({ people, demands }: PolicyParts): policyTypes.DefaultPolicy {
  const { base, Check, Prompt } = interactionPolicy;
  const policy = base();
  policy.add(new Prompt({ name: 'select_account', requestable: true }), 0);

  const login = policy.get('login');
  login?.checks.remove('no_session');
  login?.checks.add(
    new Check('no_session', entraText(50058), 'login_required', ({ oidc }) => !oidc.session?.accountId),
  );
  login?.checks.add(
    new Check('other_account', entraText(50058), 'login_required', ({ oidc }) => {
      const hinted = findByHint(people, oidc.params?.['login_hint']);
      // Whoever was picked on the page counts more than the hint.
      return hinted !== undefined && !oidc.result?.login && oidc.session?.accountId !== hinted.objectId;
    }),
  );
  const whileNeeded = (demand: Demand, code: EntraCode, error: string) =>
    new Check('not_met', entraText(code), error, ({ oidc }: KoaContextWithOIDC) =>
      demand.isNeeded(oidc.session?.accountId ?? ''),
    );
  const ownPage = (name: string, check: policyTypes.Check) => new Prompt({ name, requestable: false }, check);
  policy.add(ownPage('code', whileNeeded(demands.code, 50076, 'interaction_required')), 2);
  policy.add(ownPage('approval', whileNeeded(demands.approval, 90094, 'consent_required')), 3);
  policy.get('consent')?.checks.add(whileNeeded(demands.consent, 65001, 'consent_required'));
  return policy;
}
