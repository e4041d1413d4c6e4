import { word } from '../ui/words';
import { Disclosure } from './Disclosure';
import styles from './Registration.module.css';

/** What a sign-in asks for, as the directory's pages call it. */
const SCOPES = 'User.ReadWrite, openid, profile, offline_access';

export interface RegistrationProps {
  /** Whether it is to be seen at once: for whoever has nothing to enter yet. */
  readonly isOpen: boolean;
}

/** What an administrator does in the directory before anybody can sign in. */
export function Registration({ isOpen }: RegistrationProps) {
  return (
    <Disclosure title={word('registerTitle')} isOpen={isOpen}>
      <ol class={styles['steps']}>
        <li>{word('registerApp')}</li>
        <li>{word('registerRedirect')}</li>
        <li>{word('registerConsent', SCOPES)}</li>
      </ol>
    </Disclosure>
  );
}
