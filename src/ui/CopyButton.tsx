import { useState } from 'preact/hooks';
import { word } from './words';

export interface CopyButtonProps {
  readonly label: string;
  /** What is copied. */
  readonly text: string;
  readonly class: string;
}

/** Takes a text to the clipboard, and says so. */
export function CopyButton({ label, text, class: className }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      class={className}
      onClick={() => {
        navigator.clipboard.writeText(text).then(() => {
          setCopied(true);
        }, reportError);
      }}
    >
      {isCopied ? word('copied') : label}
    </button>
  );
}
