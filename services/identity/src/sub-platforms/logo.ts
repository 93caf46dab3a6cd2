import { assertThat, logoBytes, logoPixels, LogoUnusable } from '@lianxue/contracts';
import { createHash } from 'node:crypto';

/** A picture that a page may show. */
export interface Logo {
  readonly digest: string;
  readonly type: 'image/png' | 'image/jpeg';
  readonly image: Buffer;
}

/** Reads a picture: what it is says its content alone, and its size is known before any browser unpacks it. */
export function readLogo(base64: string): Logo {
  const image = Buffer.from(base64, 'base64');
  assertThat(image.length <= logoBytes, LogoUnusable, { reason: 'size' });
  const png = pngSize(image);
  const size = png ?? jpegSize(image);
  assertThat(size, LogoUnusable, { reason: 'type' });
  assertThat(
    size.every((pixels) => pixels > 0 && pixels <= logoPixels),
    LogoUnusable,
    { reason: 'pixels' },
  );
  const digest = createHash('sha256').update(image).digest('base64url').slice(0, 22);
  return { digest, type: png ? 'image/png' : 'image/jpeg', image };
}

type Size = readonly [width: number, height: number];

const pngSignature = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** Its first chunk holds the size. */
function pngSize(image: Buffer): Size | undefined {
  if (image.length < 33 || !image.subarray(0, 16).equals(pngSignature)) return undefined;
  return [image.readUInt32BE(16), image.readUInt32BE(20)];
}

/** Walks the segments up to the one that begins a frame, which holds the size. */
function jpegSize(image: Buffer): Size | undefined {
  if (image.length < 4 || image.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < image.length; at += 2 + image.readUInt16BE(at + 2)) {
    if (image[at] !== 0xff) return undefined;
    const marker = image[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return [image.readUInt16BE(at + 7), image.readUInt16BE(at + 5)];
  }
  return undefined;
}
