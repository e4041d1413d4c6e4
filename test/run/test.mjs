import { ensureDependencies, runTypeScript } from './install.mjs';

ensureDependencies();
process.exitCode = await runTypeScript('check-everything.ts');
