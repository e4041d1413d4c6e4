/**
 * oidc-provider without the warning that it prints on loading: it names Node 22 as its least version, and what the
 * emulator uses of it is tested on Node 20 as well. Every other warning is printed.
 */
const { warn } = console;
console.warn = (...parts: unknown[]) => {
  if (!String(parts[0]).includes('Unsupported runtime')) warn(...parts);
};
const loaded = await import('oidc-provider');
console.warn = warn;

export const { Provider, errors, interactionPolicy } = loaded;
