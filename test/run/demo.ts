import { fileURLToPath } from 'node:url';
import { launchChromium } from '../browser/support/chromium';
import { startEmulator, type Emulator } from '../emulator/emulator';
import { describeExchange } from './describe-exchange';
import { ensureBrowsers } from './ensure-browsers';
import { performDemo } from './perform-demo';
import { npmScript, runStep } from './run-step';

const EXTENSION = fileURLToPath(new URL('../../dist/local/chromium', import.meta.url));
const BUILD_LIMIT_MS = 120_000;

try {
  await ensureBrowsers({ firefox: false });
  const emulator = await startEmulator({
    graphPort: Number(process.env['GRAPH_PORT'] ?? 4010),
    loginPort: Number(process.env['LOGIN_PORT'] ?? 4011),
    onExchange: (exchange) => {
      console.log(`   ${describeExchange(exchange)}`);
    },
  });
  try {
    await buildFor(emulator);
    await (hasDisplay() && !process.argv.includes('--headless')
      ? handOver()
      : performDemo(EXTENSION, emulator));
  } finally {
    await emulator.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function buildFor({ graphOrigin, loginOrigin }: Emulator): Promise<void> {
  const env = { LOCAL_GRAPH_ORIGIN: graphOrigin, LOCAL_LOGIN_ORIGIN: loginOrigin };
  const isBuilt = await runStep({ ...npmScript('build:local', BUILD_LIMIT_MS), env });
  if (!isBuilt) throw new Error('The local build failed: what is above says why');
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Opens a browser for the person who is there, and stays until they close it. */
async function handOver(): Promise<void> {
  const chromium = await launchChromium({ extensionDir: EXTENSION, headless: false });
  const closed = new Promise((resolve) => chromium.context.once('close', resolve));
  await chromium.openPopupPage();
  console.log(`
A browser is open, with the extension in it and a local stand-in for Microsoft 365 behind it.
Click “Sign in”, then “Ada Lindqvist”. Nothing leaves this computer. What the extension sends appears here.
The puzzle piece in the toolbar has the same popup. Close the browser or press Ctrl+C to end.
`);
  await closed;
  await chromium.close();
}
