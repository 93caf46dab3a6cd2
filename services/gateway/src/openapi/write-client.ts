import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clientTypes } from './client-types.js';
import type { Json } from './schemas.js';

/** Writes the types of the published client from the committed API document; `npm run client`. A test asserts that they are current. */
const root = new URL('../../../../', import.meta.url);
const document = JSON.parse(readFileSync(new URL('docs/openapi.json', root), 'utf8')) as Json;
writeFileSync(fileURLToPath(new URL('libs/client/src/api.generated.ts', root)), await clientTypes(document));
process.stdout.write('libs/client/src/api.generated.ts written\n');
