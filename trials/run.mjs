// `npm run story`, `bench`, `fault`, `torture:feed`: prepares the checkout, then runs the trial.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from '../deploy/local/prepare.mjs';

const [trial] = process.argv.splice(2, 1);
await prepare({ everything: true });
await import(pathToFileURL(join(root, 'trials', 'dist', trial.includes('/') ? `${trial}.js` : `${trial}/main.js`)).href);
