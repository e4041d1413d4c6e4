import { createHash } from 'node:crypto';
import manifest from '../../manifest.json' with { type: 'json' };

/**
 * The redirect addresses that Chromium and Firefox give to this extension, computed as the browsers do it.
 * @see https://developer.chrome.com/docs/extensions/reference/api/identity#method-getRedirectURL
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/identity/getRedirectURL
 */
export const redirectUris = {
  chromium: `https://${chromiumId(manifest.key)}.chromiumapp.org/`,
  firefox: `https://${sha1(manifest.browser_specific_settings.gecko.id)}.extensions.allizom.org/`,
} as const;

/** Half of the public key's SHA-256 in base 16, written with the letters a to p. */
function chromiumId(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
