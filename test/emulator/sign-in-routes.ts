import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionResults, Provider } from 'oidc-provider';
import type { Consent } from './consent';
import { entraText } from './login-errors';
import { readText } from './node-http';
import { findByHint, type Person, type Tenant } from './people';
import { accountPage, consentPage } from './sign-in-page';

/** What the pages of one tenant need. */
export interface SignInParts {
  readonly provider: Provider;
  readonly tenant: Tenant;
  /** Of this tenant. */
  readonly people: readonly Person[];
  readonly consent: Consent;
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Shows the page on which a sign-in waits, and takes the answer. Rejects where no sign-in waits. */
export async function handleSignIn(
  request: IncomingMessage,
  response: ServerResponse,
  parts: SignInParts,
): Promise<void> {
  const interaction = await parts.provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    sendHtml(response, 200, pageOf(interaction, parts));
    return;
  }
  const answer = new URLSearchParams(await readText(request));
  const result = resultOf(answer, interaction, parts);
  if (result.login) await endSession(interaction, parts.provider);
  await parts.provider.interactionFinished(request, response, result);
}

export function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // No form-action: Chromium applies it to the redirect back to the extension as well.
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
  });
  response.end(html);
}

function pageOf({ prompt, params }: Interaction, { people, tenant }: SignInParts): string {
  if (prompt.name === 'consent') return consentPage();
  return accountPage(people, tenant.name, findByHint(people, params['login_hint']));
}

function resultOf(answer: URLSearchParams, interaction: Interaction, parts: SignInParts): InteractionResults {
  const isConsent = interaction.prompt.name === 'consent';
  const person = parts.people.find(({ objectId }) => objectId === answer.get('account'));
  if (isConsent && answer.has('consent')) {
    parts.consent.accept(interaction.session?.accountId ?? '');
    return { consent: {} };
  }
  if (!isConsent && person) return { login: { accountId: person.objectId }, select_account: {} };
  if (isConsent) parts.consent.decline();
  return { error: 'access_denied', error_description: entraText(65004) };
}

/** Whoever signs in gets a session of their own; the tokens of the person before them stay alive, as with Entra. */
async function endSession(interaction: Interaction, provider: Provider): Promise<void> {
  if (!interaction.session) return;
  const session = await provider.Session.findByUid(interaction.session.uid);
  await session?.destroy();
  delete interaction.session;
  await interaction.persist();
}
