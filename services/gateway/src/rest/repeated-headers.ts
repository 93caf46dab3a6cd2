import type { onRequestHookHandler } from 'fastify';
import { HeaderRepeated } from '../problems/edge.refusals.js';
import { refuseRequest } from './refusing.js';

/** Headers of which a second one would mean one thing to a proxy and another to us. */
const single: Readonly<Record<number, string>> = {
  ['host'.length]: 'host',
  ['if-match'.length]: 'if-match',
  ['content-type'.length]: 'content-type',
  ['authorization'.length]: 'authorization',
  ['idempotency-key'.length]: 'idempotency-key',
  ['acting-organisation'.length]: 'acting-organisation',
};

/** Refuses requests that repeat a header of which there can be one only. Node itself would quietly take the first. */
export const refuseRepeatedHeaders: onRequestHookHandler = (request, reply, done) => {
  const repeated = repeatedHeader(request.raw.rawHeaders);
  if (repeated) refuseRequest(request, reply, HeaderRepeated, { header: repeated });
  else done();
};

/** The lengths differ, so a length alone finds the candidate; names and values alternate in `rawHeaders`. */
function repeatedHeader(rawHeaders: readonly string[]): string | undefined {
  let seen = '';
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const raw = rawHeaders[at]!;
    const name = single[raw.length];
    if (name === undefined || raw.toLowerCase() !== name) continue;
    if (seen.includes(`${name} `)) return name;
    seen += `${name} `;
  }
  return undefined;
}
