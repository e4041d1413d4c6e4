const MAX_SIZE_BYTES = 1024 * 1024;
const TOO_LARGE = new Error('Larger than any answer of Graph');

/**
 * The body of a response as text; null where it is larger than 1 MiB. The body of a refusal is only a detail: where it
 * breaks off, null. Otherwise rejects with what broke it off, or with the signal's reason.
 */
export async function readText(response: Response, signal: AbortSignal): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let sizeBytes = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > MAX_SIZE_BYTES) throw TOO_LARGE;
      text += decoder.decode(chunk, { stream: true });
    },
  });
  try {
    await response.body?.pipeTo(sink, { signal });
  } catch (error) {
    if (error === TOO_LARGE || !response.ok) return null;
    throw error;
  }
  return text + decoder.decode();
}
