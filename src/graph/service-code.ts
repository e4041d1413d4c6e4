import * as v from 'valibot';

const MAX_DEPTH = 8;

const optional = v.fallback(v.unknown(), null);
const Envelope = v.object({ error: v.unknown() });
// Graph sends `innerError`, the article about its errors says `innererror`.
const Node = v.object({ code: optional, innerError: optional, innererror: optional });

/**
 * The most specific `code` in an error envelope of Graph; null where there is none. What is not one short word is a
 * text, not a code, and is left out.
 * @see https://learn.microsoft.com/graph/errors
 */
export function readServiceCode(text: string | null): string | null {
  const envelope = v.safeParse(Envelope, parse(text));
  let code: string | null = null;
  let node: unknown = envelope.success ? envelope.output.error : null;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const read = v.safeParse(Node, node);
    if (!read.success) return code;
    const own = read.output.code;
    if (typeof own === 'string' && /^[\w-]{1,64}$/.test(own)) code = own;
    node = read.output.innerError ?? read.output.innererror;
  }
  return code;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    // The status already tells what happened; many refusals have no JSON.
    return null;
  }
}
