import type { Person } from './people';

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center;
    background: light-dark(#f3f4f6, #16181d); color: light-dark(#1b1b1f, #ececf1); }
  main { box-sizing: border-box; width: min(27rem, 100vw); padding: 2.25rem;
    background: light-dark(#fff, #22252c); border-radius: .5rem; box-shadow: 0 2px 12px #0003; }
  h1 { margin: .25rem 0 1rem; font-size: 1.5rem; font-weight: 600; }
  p { margin: 0 0 1rem; color: light-dark(#4b4f58, #b8bcc6); }
  form { display: grid; gap: .5rem; }
  button { font: inherit; color: inherit; padding: .7rem 1rem; text-align: start; cursor: pointer;
    background: transparent; border: 1px solid light-dark(#c9ccd3, #4a4e58); border-radius: .375rem; }
  button:hover { background: light-dark(#eef3fb, #2c313b); }
  button:focus-visible { outline: 3px solid light-dark(#1456b8, #8ab4ff); outline-offset: 2px; }
  button b { display: block; font-weight: 600; }
  .quiet { justify-self: end; text-align: center; }
  .main { justify-self: end; background: light-dark(#1456b8, #8ab4ff); color: light-dark(#fff, #10131a); border: 0; }
  .main:hover { background: light-dark(#0f4696, #a9c7ff); }
  footer { margin-top: 1.5rem; font-size: .8125rem; color: light-dark(#5c606a, #a1a6b1); }
`;

/** Everybody who can sign in, one button each; `hinted` comes first and has the focus. */
export function accountPage(people: readonly Person[], organisation: string, hinted?: Person): string {
  const ordered = hinted ? [hinted, ...people.filter((person) => person !== hinted)] : people;
  const buttons = ordered.map(
    (person, index) =>
      `<button name="account" value="${person.objectId}"${index === 0 ? ' autofocus' : ''}>` +
      `<b>${escapeHtml(person.name)}</b> <span>${escapeHtml(person.address)}</span></button>`,
  );
  return page(
    'Pick an account',
    `<p>to continue to Profile Languages</p>
    <form method="post">
      ${buttons.join('\n      ')}
      <button class="quiet" name="cancel" value="yes">Cancel</button>
    </form>
    <footer>${escapeHtml(organisation)}. A local stand-in for Microsoft: no password is asked, nothing leaves this computer.</footer>`,
  );
}

/** What the application wants to do, and the two answers to that. */
export function consentPage(): string {
  return page(
    'Permissions requested',
    `<p>Profile Languages would like to read and update your own profile, and to keep access to it.</p>
    <form method="post">
      <button class="main" name="consent" value="accept" autofocus>Accept</button>
      <button class="quiet" name="cancel" value="yes">Cancel</button>
    </form>`,
  );
}

/** Who signs in shows a second proof that it is they. */
export function codePage(): string {
  return page(
    'Enter code',
    `<p>Your organization needs to know that it is you.</p>
    <form method="post">
      <label>Code <input name="code" inputmode="numeric" autocomplete="one-time-code" autofocus></label>
      <button class="main" name="verify" value="yes">Verify</button>
      <button class="quiet" name="cancel" value="yes">Cancel</button>
    </form>`,
  );
}

/** Nobody but an administrator can allow it; `canBeAsked` is how the organization lets people ask for that. */
export function approvalPage(canBeAsked: boolean): string {
  const ask = `<label>Enter justification <input name="why" autofocus></label>
      <button class="main" name="ask" value="yes">Request approval</button>
      <button class="quiet" name="return" value="yes">Cancel</button>`;
  const goBack = `<button class="quiet" name="return" value="yes">Return to the application without granting consent</button>`;
  return page(
    canBeAsked ? 'Approval required' : 'Need admin approval',
    `<p>Profile Languages needs permission to access resources in your organization that only an admin can grant.</p>
    <form method="post">
      ${canBeAsked ? ask : goBack}
    </form>`,
  );
}

/** Goes on to an address by script, as a page does that asks the device who uses it. */
export function scriptPage(address: string, afterMs: number): string {
  // Nothing of a web address ends a script.
  const target = JSON.stringify(address).replace(/</g, '%3C');
  return page(
    'Sign in',
    `<p>Just a moment…</p><script>setTimeout(() => location.replace(${target}), ${afterMs})</script>`,
  );
}

/** A failure that cannot be told to the application. */
export function errorPage(reason: string): string {
  return page(
    'Sign in',
    `<p>Sorry, but we’re having trouble signing you in.</p><p>${escapeHtml(reason)}</p>`,
  );
}

/** Signs out without a click: `form` is the provider's, and lacks only the answer. */
export function signOutPage(form: string): string {
  const answered = form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>');
  return page('Signing out', `${answered}<script>document.forms[0].submit()</script>`);
}

export function signedOutPage(): string {
  return page('You signed out', '<p>You can close this window.</p>');
}

function page(title: string, content: string): string {
  // The empty icon keeps the browser from asking for one.
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
    <h1>${title}</h1>
    ${content}
    </main>
  </body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
