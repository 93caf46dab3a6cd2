import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openApiDocument, textOf } from './document.js';

/** Writes the committed API document; `npm run openapi`. A test asserts that it is current. */
const target = fileURLToPath(new URL('../../../../docs/openapi.json', import.meta.url));
writeFileSync(target, textOf(openApiDocument()));
process.stdout.write('docs/openapi.json written\n');
