import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { film } from '@lianxue/testing';
import { strToU8, zipSync, type Zippable } from 'fflate';
import sharp from 'sharp';
import { endingAs, lies } from './content.js';
import { look } from './looking.js';

const packed = (files: Zippable) => Buffer.from(zipSync(files));
const part = strToU8('<x/>');
const picture = () => sharp({ create: { width: 640, height: 480, channels: 3, background: '#28c' } });
const stream = (text: string) => {
  const inside = deflateSync(Buffer.from(text, 'latin1'));
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj <</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length ${inside.length}>>stream\n`),
    inside,
    Buffer.from('\nendstream endobj'),
  ]);
};
const compound = (...names: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    ...names.map((name) => Buffer.from(name, 'utf16le')),
    Buffer.alloc(600),
  ]);
const svg = (inside: string, on = '') => Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${on}>${inside}</svg>`);
const wave = (bytes: number) => {
  const head = Buffer.from('RIFF0000WAVEfmt 0000000000000000000000000000data0000', 'latin1');
  head.writeUInt32LE(bytes + 36, 4);
  Buffer.from('10000000010001004 01f0000803e0000020010 00'.replaceAll(' ', ''), 'hex').copy(head, 16);
  const header = Buffer.concat([head.subarray(0, 36), Buffer.from('data'), Buffer.alloc(4)]);
  header.writeUInt32LE(bytes, 40);
  return Buffer.concat([header, Buffer.alloc(bytes, 7)]);
};

describe('looking at what arrives', () => {
  let folder: string;
  let nth = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianxue-looking-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const put = async (bytes: Uint8Array) => {
    const path = join(folder, String(++nth));
    await writeFile(path, bytes);
    return path;
  };
  const seen = async (bytes: Uint8Array) => (await look(await put(bytes))).content;
  const refused = async (bytes: Uint8Array) =>
    look(await put(bytes)).then(
      ({ content }) => content.kind,
      ({ message }: Error) => message,
    );

  it('tells what things are by themselves', async () => {
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj');
    const kinds = [
      [pdf, 'pdf'],
      [stream('12 0 <</Type/Page/Contents(JavaScript)>>'), 'pdf'],
      [packed({ 'word/document.xml': part }), 'docx'],
      [packed({ 'ppt/presentation.xml': part }), 'pptx'],
      [packed({ 'xl/workbook.xml': part }), 'xlsx'],
      [packed({ 'OFD.xml': part }), 'ofd'],
      [packed({ '课件/index.html': strToU8('<script>1</script>'), '课件/第一课.mp3': part }), 'zip'],
      [compound('WordDocument'), 'doc'],
      [compound('PowerPoint Document'), 'ppt'],
      [Buffer.from('\ufeff第一课 分数的初步认识\n1 < 2'), 'txt'],
      [svg('<path d="M0 0L9 9" style="fill:url(#a)"/>'), 'svg'],
    ] as const;
    for (const [bytes, kind] of kinds) expect([kind, await refused(bytes)]).toEqual([kind, kind]);
  });

  it('reads how long a recording runs and how it was made', async () => {
    const lesson = await seen(film({ seconds: 480, bytes: 50_000 }));
    expect(lesson).toMatchObject({ family: 'video', kind: 'mp4', durationMs: 480_000, width: 1280, height: 720, videoCodec: 'AVC' });
    expect(await seen(wave(32_000))).toMatchObject({ family: 'audio', kind: 'wav', durationMs: 2000 });
    expect(await refused(film({ seconds: 480, bytes: 50_000 }).subarray(0, 300))).toBe('broken');
    expect(await refused(film({ seconds: 40 * 24 * 3600, bytes: 50_000 }))).toBe('broken');
  });

  it('draws pictures anew: smaller, turned, and without the place where they were taken', async () => {
    const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 0/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 0/1 0/1' } };
    const photo = await sharp({ create: { width: 6000, height: 3000, channels: 3, background: '#28c' } })
      .withExif({ ...gps, IFD0: { Orientation: '6', Make: '相机' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const path = await put(photo);
    const { content, drawn } = await look(path);
    expect(content).toMatchObject({ kind: 'jpeg', width: 2048, height: 4096 });
    const after = await sharp(await readFile(drawn!)).metadata();
    expect([after.exif, after.orientation]).toEqual([undefined, undefined]);
    for (const format of ['png', 'gif', 'webp'] as const)
      expect(await seen(await picture().toFormat(format).toBuffer())).toMatchObject({ kind: format, width: 640 });
  });

  it('refuses what is two things at once', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const inside = packed({ 'a.class': part });
    const both = [
      Buffer.concat([jpeg, inside]),
      Buffer.concat([Buffer.from('%PDF-1.4\n'), inside]),
      Buffer.concat([await picture().gif().toBuffer(), Buffer.from('<script>alert(1)</script>')]),
      Buffer.concat([film({ seconds: 1, bytes: 100 }), packed({ 'index.html': part })]),
      Buffer.concat([jpeg.subarray(0, 20), Buffer.from('%PDF-1.4'), jpeg.subarray(20)]),
    ];
    for (const bytes of both) expect(await refused(bytes)).toBe('polyglot');
  });

  it('refuses what does something when it is opened', async () => {
    const active: readonly (readonly [Buffer, string])[] = [
      [Buffer.from('%PDF-1.7\n1 0 obj <</S/JavaScript/JS(app.alert(1))>>'), 'script'],
      [Buffer.from('%PDF-1.7\n1 0 obj <</S/J#61v#61Script/JS(app.alert(1))>>'), 'script'],
      [stream('12 0 <</S/JavaScript/JS(app.alert(1))>>'), 'script'],
      [Buffer.from('%PDF-1.7\n<</S/Launch/F(cmd.exe)>>'), 'launch'],
      [Buffer.from('%PDF-1.7\n<</Type/EmbeddedFile>>'), 'attachedFile'],
      [svg('<script>alert(1)</script>'), 'script'],
      [svg('', 'onload="alert(1)"'), 'script'],
      [svg('<a xlink:href=" java&#9;script:alert(1)"/>'), 'script'],
      [svg('<image href="https://elsewhere.example/a.png"/>'), 'externalReference'],
      [svg('<style>@import "//elsewhere.example"</style>'), 'externalReference'],
      [Buffer.from('<!DOCTYPE html><html><script>1</script>'), 'script'],
      [packed({ 'word/document.xml': part, 'word/vbaProject.bin': part }), 'macro'],
      [compound('WordDocument', '_VBA_PROJECT'), 'macro'],
      [packed({ 'setup.exe': part }), 'program'],
      [Buffer.from('MZ\u0090\0 this program'), 'program'],
      [Buffer.from('#!/bin/sh\nrm -rf /'), 'program'],
    ];
    for (const [bytes, does] of active) expect(await refused(bytes)).toBe(`active: ${does}`);
  });

  it('refuses what unpacks without end, what is locked, damaged, or nothing anybody knows', async () => {
    const swollen = packed({ 'a.txt': [new Uint8Array(64 * 1024 * 1024), { level: 9 }] });
    const nested = [1, 2, 3, 4].reduce<Buffer>((inner) => packed({ 'a.zip': inner }), packed({ 'a.txt': part }));
    const lied = packed({ 'a.txt': strToU8('x'.repeat(1000)) });
    // Its directory says the file is smaller than it turns out to be.
    lied.writeUInt32LE(10, lied.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
    const faults: readonly (readonly [Buffer, string])[] = [
      [swollen, 'bomb'],
      [nested, 'bomb'],
      [svg('<!-- -->').subarray(0, 0), 'unknown'],
      [Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'), 'bomb'],
      [lied, 'broken'],
      [packed({ 'a.txt': part }).subarray(0, 60), 'broken'],
      [Buffer.concat([Buffer.from('%PDF-1.7\ntrailer <</Encrypt 5 0 R>>')]), 'encrypted'],
      [compound('EncryptedPackage'), 'encrypted'],
      [(await picture().png().toBuffer()).subarray(0, 200), 'broken'],
      [Buffer.from([1, 2, 3, 4, 5, 250]), 'unknown'],
    ];
    for (const [bytes, fault] of faults) expect([fault, await refused(bytes)]).toEqual([fault, fault]);
  });

  it('holds names to what things are', () => {
    expect([lies('第一课.mp4', 'mp4'), lies('第一课.jpg', 'mp4'), lies('第一课.PDF.exe', 'pdf'), lies('第一课', 'pdf')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([endingAs('第一课.MP4', 'mp4'), endingAs('第1.课', 'mp4'), endingAs('合同.wps', 'doc')]).toEqual([
      '第一课.MP4',
      '第1.课.mp4',
      '合同.wps',
    ]);
  });
});
