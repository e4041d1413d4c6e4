import { CRITICAL_LIMIT_BYTES, criticalBytes } from '../browser/support/critical-path';
import { startEmulator } from '../emulator/emulator';
import { ensureBrowsers } from '../run/ensure-browsers';
import { buildExtension } from './build-extension';
import { measureOpening } from './measure-opening';
import { measurePages } from './measure-pages';
import { sizeTable, speedTable } from './tables';

/** Prints how fast and how large the product is. Whatever the figures are, it ends well: they are for people to judge. */

try {
  await ensureBrowsers({ firefox: false });
  const emulator = await startEmulator({ graphPort: 0, loginPort: 0 });
  try {
    const { graphOrigin, loginOrigin } = emulator;
    const production = await buildExtension('chromium');
    const local = await buildExtension('local-chromium', {
      LOCAL_GRAPH_ORIGIN: graphOrigin,
      LOCAL_LOGIN_ORIGIN: loginOrigin,
    });
    console.log('\n▸ pages that search and fold');
    const pages = await measurePages();
    console.log('\n▸ popups that open');
    const opening = await measureOpening(local, emulator);
    const critical = {
      what: 'what the popup loads before its first paint',
      bytes: criticalBytes(production),
      limitBytes: CRITICAL_LIMIT_BYTES,
    };
    console.log(`\n${await speedTable([...pages, ...opening])}\n${await sizeTable([critical])}`);
  } finally {
    await emulator.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
