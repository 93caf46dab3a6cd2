import { createHash } from 'node:crypto';

/**
 * The same id for the same name, for ever: a version 8 UUID (RFC 9562) made of the name's hash, so that a vendor may write the ids of
 * its sandbox into its tests.
 * @example fixedId(app, 'school')
 */
export function fixedId(...name: readonly string[]): string {
  const bytes = createHash('sha256')
    .update(`lianxue.sandbox\n${name.join('\n')}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** 沙箱: the root of all sandboxes. It stands beside the region's tree, so that nothing made there is in anybody's reach or figures. */
export const sandboxRoot = fixedId('root');
