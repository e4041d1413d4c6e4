import { Hero } from './Hero';
import { word } from '../ui/words';

export interface NotConfiguredProps {
  readonly onOpenSettings: () => void;
}

/** Shown while nobody has said with which registration to sign in. */
export function NotConfigured({ onOpenSettings }: NotConfiguredProps) {
  return (
    <Hero title={word('notConfiguredTitle')} text={word('notConfiguredText')}>
      <button type="button" class="button primary" onClick={onOpenSettings}>
        {word('openSettings')}
      </button>
    </Hero>
  );
}
