import { randomFillSync } from 'node:crypto';

const u16 = (...values: number[]) =>
  Buffer.concat(values.map((value) => (({ buffer }) => Buffer.from(buffer).swap16())(Uint16Array.of(value))));
const u32 = (...values: number[]) =>
  Buffer.concat(values.map((value) => (({ buffer }) => Buffer.from(buffer).swap32())(Uint32Array.of(value))));
const zeros = (bytes: number) => Buffer.alloc(bytes);
const unity = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(parts);
  return Buffer.concat([u32(inside.length + 8), Buffer.from(type, 'latin1'), inside]);
}

/** What a player must know of the one picture in it. */
const avc = Buffer.from('0142001effe1000867 42001e95a81405 0101000468ce3c80'.replaceAll(' ', ''), 'hex');

/** A film that players recognise, H.264 in MPEG-4 of 1280 × 720, and that holds so many bytes of noise instead of pictures. */
export function film({ seconds, bytes }: { readonly seconds: number; readonly bytes: number }): Buffer {
  const duration = seconds * 1000;
  const [width, height] = [1280, 720];
  const heading = box('ftyp', Buffer.from('isom'), u32(0x200), Buffer.from('isomiso2avc1mp41'));
  const movie = (at: number) => {
    const entry = box(
      'avc1',
      ...[
        zeros(6),
        u16(1),
        zeros(16),
        u16(width, height),
        u32(0x480000, 0x480000, 0),
        u16(1),
        zeros(32),
        u16(0x18, 0xffff),
        box('avcC', avc),
      ],
    );
    const table = box(
      'stbl',
      box('stsd', u32(0, 1), entry),
      box('stts', u32(0, 1, 1, duration)),
      box('stsc', u32(0, 1, 1, 1, 1)),
      box('stsz', u32(0, 0, 1, bytes)),
      box('stco', u32(0, 1, at)),
    );
    const media = box(
      'mdia',
      box('mdhd', u32(0, 0, 0, 1000, duration), u16(0x55c4, 0)),
      box('hdlr', u32(0, 0), Buffer.from('vide'), zeros(12), Buffer.from('film\0')),
      box('minf', box('vmhd', u32(1), zeros(8)), box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))), table),
    );
    const track = box('tkhd', u32(7, 0, 0, 1, 0, duration), zeros(16), unity, u32(width * 0x10000, height * 0x10000));
    const header = box('mvhd', u32(0, 0, 0, 1000, duration, 0x10000), u16(0x100), zeros(10), unity, zeros(24), u32(2));
    return box('moov', header, box('trak', track, media));
  };
  const at = heading.length + movie(0).length + 8;
  return Buffer.concat([heading, movie(at), u32(bytes + 8), Buffer.from('mdat'), randomFillSync(Buffer.alloc(bytes))]);
}
