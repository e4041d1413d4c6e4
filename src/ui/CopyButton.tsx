import { useEffect, useState } from 'preact/hooks';
import { word } from './words';

export interface CopyButtonProps {
  readonly label: string;
  /** What is copied, or what makes it when it is wanted. */
  readonly text: string | (() => Promise<string>);
  readonly class: string;
}

/** For so long the button says that it has copied: then it can be seen to copy once more. */
const SAID_MS = 4_000;

/** Takes a text to the clipboard, and says so. */
export function CopyButton({ label, text, class: className }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => {
      setCopied(false);
    }, SAID_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isCopied]);
  return (
    <button
      type="button"
      class={className}
      onClick={() => {
        copy(text).then(() => {
          setCopied(true);
        }, reportError);
      }}
    >
      {isCopied ? word('copied') : label}
    </button>
  );
}

async function copy(text: CopyButtonProps['text']): Promise<void> {
  await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
}
