// Builds the demo and runs it in this process, so that one command is all it takes.
import { buildDemo } from './build.mjs';

/** The running server; undefined while it is being built. */
let server;
let isStopping = false;

// One Ctrl+C arrives several times, because npm passes it on as well. Only a listener that stays keeps the later ones from
// killing the program while it stops.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

async function stop() {
  if (isStopping) return;
  isStopping = true;
  await server?.close();
  process.exit(0);
}

try {
  const startServer = await buildDemo();
  server = await startServer(process.env);
  console.log(`Settings → API is at ${server.url}`);
  console.log('Press Ctrl+C to stop.');
} catch (error) {
  console.error(error.name === 'StartError' ? error.message : error);
  process.exit(1);
}
