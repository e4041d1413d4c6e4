import '../ui/theme.css';
import { render } from 'preact';
import { browser } from '../browser';
import { defaultConfiguration } from '../identity/configuration';
import { readSettings, saveSettings } from '../storage/settings';
import { dressDocument } from '../ui/dress-document';
import { NotReadable } from '../ui/NotReadable';
import { word } from '../ui/words';
import { Settings } from './Settings';

/** The settings page's wiring: the only file of this folder that knows the browser. */

const root = document.querySelector('#app') ?? document.body;

dressDocument(`${word('extensionName')} · ${word('optionsTitle')}`);
readSettings().then(
  (settings) => {
    const redirectUri = browser.identity.getRedirectURL();
    const inForce = settings ?? defaultConfiguration();
    render(
      <Settings
        settings={inForce}
        builtInClientId={__DEFAULT_CLIENT_ID__ ?? ''}
        redirectUri={redirectUri}
        onSave={saveSettings}
      />,
      root,
    );
  },
  (error: unknown) => {
    const onRetry = () => {
      location.reload();
    };
    render(<NotReadable onRetry={onRetry} />, root);
    reportError(error);
  },
);
