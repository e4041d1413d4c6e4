import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { POPUP_PATH } from './popup-path';

/** What the files of {@link criticalFiles} may weigh together, compressed. */
export const CRITICAL_LIMIT_BYTES = 30_000;

/** Everything that a browser loads before the popup's first paint: the page's script and styles, and what they import. */
export function criticalFiles(dist: string): string[] {
  const html = readFileSync(path.join(dist, POPUP_PATH), 'utf8');
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const code = readFileSync(path.join(dist, file), 'utf8');
    for (const [, target = ''] of code.matchAll(/(?:^|[;}\s])(?:import|export)[^;("']*["'](\.[^"']+)["']/g)) {
      follow(path.posix.join(path.posix.dirname(file), target));
    }
  };
  for (const [, file = ''] of html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) follow(file);
  return [...found];
}

/** What these files weigh together, each compressed by gzip at its best. */
export function criticalBytes(dist: string): number {
  return criticalFiles(dist)
    .map((file) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).byteLength)
    .reduce((sum, size) => sum + size, 0);
}
