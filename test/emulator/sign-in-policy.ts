import type { interactionPolicy as policyTypes, KoaContextWithOIDC } from 'oidc-provider';
import type { Consent } from './consent';
import { interactionPolicy } from './load-oidc-provider';
import { entraText } from './login-errors';
import { findByHint, type Person } from './people';

/** What decides whether a person has to be shown something. */
export interface PolicyParts {
  readonly people: readonly Person[];
  readonly consent: Consent;
}

/**
 * When the sign-in stops for the person: no session, another session than the hint names, `prompt=select_account`,
 * and permissions that they have not accepted. With `prompt=none` each of these is an error with Entra's number.
 */
export function createSignInPolicy({ people, consent }: PolicyParts): policyTypes.DefaultPolicy {
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
  policy
    .get('consent')
    ?.checks.add(
      new Check('not_accepted', entraText(65001), 'consent_required', ({ oidc }: KoaContextWithOIDC) =>
        consent.isNeeded(oidc.session?.accountId ?? ''),
      ),
    );
  return policy;
}
