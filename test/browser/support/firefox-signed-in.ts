import type { Firefox } from './firefox';
import type { WindowHandle } from './firefox-windows';

/** Presses "Sign in" in a popup that is open as a tab and goes through the sign-in window as that person. */
export async function signInAs(firefox: Firefox, popup: WindowHandle, name: RegExp): Promise<void> {
  await firefox.switchTo(popup);
  const window = await firefox.windowOpenedBy(() => firefox.click({ role: 'button', name: 'Sign in' }));
  await firefox.click({ role: 'button', name });
  await firefox.waitUntilClosed(window);
  await firefox.switchTo(popup);
}
