import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionResults, Provider } from 'oidc-provider';
import type { Demands } from './demands';
import type { Faults } from './faults';
import { entraText, type EntraCode } from './login-errors';
import { readText } from './node-http';
import { findByHint, type Person, type Tenant } from './people';
import { accountPage, approvalPage, codePage, consentPage } from './sign-in-page';

/** What the pages of one tenant need. */
export interface SignInParts {
  readonly provider: Provider;
  readonly tenant: Tenant;
  /** Of this tenant. */
  readonly people: readonly Person[];
  readonly demands: Demands;
  readonly faults: Faults;
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

export function sendHtml(
  response: ServerResponse,
  status: number,
  html: string,
  scripts: 'with scripts' | 'no scripts' = 'no scripts',
): void {
  const script = scripts === 'with scripts' ? "; script-src 'unsafe-inline'" : '';
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // No form-action: Chromium applies it to the redirect back to the extension as well.
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'${script}`,
  });
  response.end(html);
}

function pageOf({ prompt, params }: Interaction, { people, tenant, faults }: SignInParts): string {
  switch (prompt.name) {
    case 'consent':
      return consentPage();
    case 'code':
      return codePage();
    case 'approval':
      return approvalPage(faults.peek('needApproval')?.canBeAsked ?? false);
    default:
      return accountPage(people, tenant.name, findByHint(people, params['login_hint']));
  }
}

function resultOf(
  answer: URLSearchParams,
  { prompt, session }: Interaction,
  { people, demands }: SignInParts,
): InteractionResults {
  const person = session?.accountId ?? '';
  const picked = people.find(({ objectId }) => objectId === answer.get('account'));
  const denied = (code: EntraCode) => ({ error: 'access_denied', error_description: entraText(code) });
  switch (prompt.name) {
    case 'consent':
      if (!answer.has('consent')) {
        demands.consent.refuse();
        return denied(65004);
      }
      demands.consent.meet(person);
      return { consent: {} };
    case 'code':
      if (answer.has('cancel')) return denied(65004);
      // Any code is right.
      demands.code.meet(person);
      return { code: {} };
    case 'approval':
      demands.approval.refuse();
      return denied(answer.has('ask') ? 90095 : 90094);
    default:
      return picked ? { login: { accountId: picked.objectId }, select_account: {} } : denied(65004);
  }
}

/** Whoever signs in gets a session of their own; the tokens of the person before them stay alive, as with Entra. */
async function endSession(interaction: Interaction, provider: Provider): Promise<void> {
  if (!interaction.session) return;
  const session = await provider.Session.findByUid(interaction.session.uid);
  await session?.destroy();
  delete interaction.session;
  await interaction.persist();
}
