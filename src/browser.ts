/**
 * The browser's extension interface, promise-based in every browser. The only file that knows where it comes from;
 * tests put a fake in its place.
 */
export { default as browser } from 'webextension-polyfill';
