// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Diagnostics } from '../../src/options/Diagnostics';

beforeEach(() => {
  vi.stubGlobal('reportError', vi.fn());
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const shown = () => document.querySelector('pre')?.textContent.trim();

/** Opens or closes what is shown, as a click on its line does. */
function toggle(isOpen: boolean): void {
  const details = document.querySelector('details');
  if (!details) throw new Error('There is nothing to open');
  details.open = isOpen;
  fireEvent(details, new Event('toggle'));
}

/** What is told when it is asked for; each answer comes when the test says so. */
function aTeller() {
  const waiting: ((text: string) => void)[] = [];
  const tell = () => new Promise<string>((answer) => waiting.push(answer));
  return { tell, waiting };
}

/** A section that is open and has asked this teller. */
async function opened({ tell, waiting }: ReturnType<typeof aTeller>) {
  const section = render(<Diagnostics tell={tell} />);
  toggle(true);
  await waitFor(() => {
    expect(waiting).toHaveLength(1);
  });
  return section;
}

describe('the details for support', () => {
  it('are told when they are opened, and are gone when they are closed', async () => {
    const { tell, waiting } = aTeller();
    render(<Diagnostics tell={tell} />);
    expect([waiting.length, shown()]).toEqual([0, '']);
    toggle(true);
    await waitFor(() => {
      expect(waiting).toHaveLength(1);
    });
    waiting[0]?.('online: yes\n\nlog');
    await waitFor(() => {
      expect(shown()).toBe('online: yes\n\nlog');
    });
    toggle(false);
    await waitFor(() => {
      expect(shown()).toBe('');
    });
  });

  it('are told anew when something has changed, and an older answer that comes late is not shown', async () => {
    const [one, other] = [aTeller(), aTeller()];
    const { rerender } = await opened(one);
    rerender(<Diagnostics tell={other.tell} />);
    await waitFor(() => {
      expect(other.waiting).toHaveLength(1);
    });
    other.waiting[0]?.('new');
    await screen.findByText('new');
    one.waiting[0]?.('old');
    // Time enough to be painted, if it were.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown()).toBe('new');
  });

  it('keep the lines that stay as they are where others come', async () => {
    const [one, other] = [aTeller(), aTeller()];
    const { rerender } = await opened(one);
    await waitFor(() => {
      one.waiting[0]?.('a line\na line');
      expect(shown()).toBe('a line\na line');
    });
    const [first] = screen.getAllByText('a line');
    rerender(<Diagnostics tell={other.tell} />);
    await waitFor(() => {
      other.waiting[0]?.('another\na line\na line');
      expect(shown()).toBe('another\na line\na line');
    });
    expect(screen.getAllByText('a line')[0]).toBe(first);
  });
});
