import { ensureDependencies, runTypeScript } from './install.mjs';

ensureDependencies();
process.exitCode = await runTypeScript('demo.ts', process.argv.slice(2));
