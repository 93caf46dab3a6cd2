import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { Json } from './schemas.js';

const heading = `/* Made from the API document by \`npm run client\`; edit the contracts instead. */\n\n`;

/** The types of the published client: the same document gives the same text. What has a default may be left out of a request. */
export async function clientTypes(document: Json): Promise<string> {
  const plain = JSON.parse(JSON.stringify(document)) as OpenAPI3;
  return heading + astToString(await openapiTS(plain, { alphabetize: true, defaultNonNullable: false, silent: true }));
}
