// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { CopyButton } from '../../src/ui/CopyButton';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('says that it has copied, and a few seconds later can say so once more', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('reportError', vi.fn());
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  render(<CopyButton label="Copy" text="what is copied" class="" />);
  const button = screen.getByRole('button');
  for (const times of [1, 2]) {
    fireEvent.click(button);
    await act(async () => {
      await vi.advanceTimersByTimeAsync(0);
    });
    expect([button.textContent, writeText.mock.calls.length]).toEqual(['Copied', times]);
    await act(async () => {
      await vi.advanceTimersByTimeAsync(5_000);
    });
    expect(button.textContent).toBe('Copy');
  }
});
