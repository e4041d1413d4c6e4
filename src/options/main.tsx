import '../ui/theme.css';
import { render } from 'preact';
import { browser } from '../browser';
import { saveSettings, watchSettings } from '../storage/settings';
import { dressDocument } from '../ui/dress-document';
import { NotReadable } from '../ui/NotReadable';
import { word } from '../ui/words';
import { Settings } from './Settings';

/** The settings page's wiring: the only file of this folder that knows the browser. */

const root = document.querySelector('#app') ?? document.body;

dressDocument(`${word('extensionName')} · ${word('optionsTitle')}`);
watchSettings((settings) => {
  render(
    <Settings
      settings={settings}
      builtInClientId={__DEFAULT_CLIENT_ID__ ?? ''}
      redirectUri={browser.identity.getRedirectURL()}
      onSave={saveSettings}
    />,
    root,
  );
}, new AbortController().signal).catch((error: unknown) => {
  const onRetry = () => {
    location.reload();
  };
  render(<NotReadable onRetry={onRetry} />, root);
  reportError(error);
});
