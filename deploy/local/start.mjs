// `npm start`, `stop`, `restart`, `init`: prepares the checkout, then hands over to what was built.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root, stop } from './prepare.mjs';

const [command = 'start', ...rest] = process.argv.slice(2);
const main = join(root, 'deploy', 'local', 'dist', 'main.js');

if ((command === 'stop' || command === 'restart') && !existsSync(main))
  stop('Nothing is running here: it was never built. Start it by: npm start', command === 'stop' ? 0 : 1);
if (command === 'start' || command === 'init') await prepare();
await (await import(pathToFileURL(main).href)).main(command, rest);
