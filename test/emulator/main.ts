import { startEmulator } from './emulator';
import type { Exchange } from './exchange-log';

function describe({ server, status, method, path, requestBody }: Exchange): string {
  const body = requestBody === null ? '' : ` ${JSON.stringify(requestBody)}`;
  return `${server.padEnd(5)} ${status ?? '---'} ${method} ${path}${body}`;
}

try {
  const emulator = await startEmulator({
    onExchange: (exchange) => {
      console.log(describe(exchange));
    },
  });
  const people = Object.values(emulator.people).map(({ name, address }) => `${name} (${address})`);
  console.log(`Microsoft Graph: ${emulator.graphOrigin}, sign-in: ${emulator.loginOrigin}`);
  console.log(`People, none with a password: ${people.join(', ')}`);
  console.log('Stop with Ctrl+C.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      emulator.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
