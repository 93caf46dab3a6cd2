// `npm start`, `stop`, `restart`, `init`: prepares the checkout, then hands over to what was built.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root, stop } from './prepare.mjs';

const [command = 'start', ...rest] = process.argv.slice(2);
const main = join(root, 'deploy', 'local', 'dist', 'main.js');

if ((command === 'stop' || command === 'restart') && !existsSync(main))
  stop('Nothing is running here: it was never built. Start it by: npm start', command === 'stop' ? 0 : 1);
if (command === 'start' || command === 'init') {
  const origin = runningAt();
  if (origin) stop(`Lianxue is already running at ${origin} (npm run stop ends it).`, 0);
  await prepare();
}
await (await import(pathToFileURL(main).href)).main(command, rest);

/** Where this installation runs already; asked before building, since what runs is not to be rebuilt under its feet. */
function runningAt() {
  try {
    const { launcher, origin } = JSON.parse(readFileSync(join(process.env.LIANXUE_HOME ?? join(root, '.lianxue'), 'run.json'), 'utf8'));
    process.kill(launcher.pid, 0);
    return readFileSync(`/proc/${launcher.pid}/stat`, 'utf8').includes(` ${launcher.started} `) ? origin : undefined;
  } catch {
    return undefined;
  }
}
