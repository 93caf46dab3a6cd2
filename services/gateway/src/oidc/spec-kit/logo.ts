import { crc32, deflateSync } from 'node:zlib';

const side = 64;

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A green tile with a white bar across it. */
function tile(): Buffer {
  const header = Buffer.from([0, 0, 0, side, 0, 0, 0, side, 8, 2, 0, 0, 0]);
  const rows = Array.from({ length: side }, (_, y) =>
    Buffer.concat([
      Buffer.of(0),
      ...Array.from({ length: side }, () => (y > 26 && y < 38 ? Buffer.of(255, 255, 255) : Buffer.of(20, 104, 58))),
    ]),
  );
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

/** The picture every sub-platform of a test has that has one. */
export const logo = { digest: 'a-digest', type: 'image/png' as const, image: tile().toString('base64') };
