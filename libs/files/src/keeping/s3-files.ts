import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { About, KeptFile } from './files.js';
import { FilesByHash } from './files-by-hash.js';
import { described, describing, isHash, isId, orphanMs } from './forms.js';

/** Where a bucket is. */
export interface Bucket {
  readonly bucket: string;
  /** Begins every key, so that several installations may share a bucket. */
  readonly prefix: string;
  /** The server, for everything that is not Amazon's own. */
  readonly endpoint?: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/**
 * Files in a bucket of an object store. Beside each description lies an empty object whose key says what the collector must know
 * (until when, which content), so that it lists a thousand files by one request instead of reading each.
 */
export class S3Files extends FilesByHash {
  private readonly client: S3Client;

  constructor(
    private readonly where: Bucket,
    /** Of this machine: what has no hash yet waits here. */
    private readonly waiting: string,
  ) {
    super();
    const { endpoint, region, credentials } = where;
    this.client = new S3Client({
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...{ region, credentials },
      // Not every server knows the trailers that the client would add of itself; the hash is our own.
      ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
    });
  }

  async about(id: string): Promise<KeptFile | undefined> {
    if (!isId(id)) return undefined;
    const found = await this.client.send(new GetObjectCommand(this.at(`files/${id}.json`))).catch(unlessMissing);
    return found?.Body ? described(await found.Body.transformToString()) : undefined;
  }

  read({ sha256, size }: KeptFile, from = 0, until = Infinity): Readable {
    const end = Math.min(until, size);
    const asked = { ...this.at(contentOf(sha256)), Range: `bytes=${from}-${end - 1}` };
    const { client } = this;
    async function* bytes(): AsyncGenerator<Uint8Array> {
      if (from >= end) return;
      const { Body } = await client.send(new GetObjectCommand(asked));
      yield* Body as unknown as AsyncIterable<Uint8Array>;
    }
    return Readable.from(bytes(), { objectMode: false, highWaterMark: 256 * 1024 });
  }

  async remove(id: string): Promise<void> {
    const there = await this.about(id);
    if (!there) return;
    await this.delete(`files/${id}.json`);
    await this.delete(markOf(there));
  }

  async forget(now: Date): Promise<number> {
    const held = new Set<string>();
    let gone = 0;
    for await (const { key } of this.list('marks/')) {
      const [id = '', until = '', sha256 = ''] = key.slice('marks/'.length).split('~');
      if (Number(until) > now.getTime()) held.add(sha256);
      else if (await this.forgotten(id, key, now)) gone++;
    }
    for await (const { key, at } of this.list('contents/')) {
      const sha256 = key.split('/').at(-1)!;
      if (isHash(sha256) && !held.has(sha256) && Date.now() - at.getTime() > orphanMs) await this.delete(key);
    }
    return gone;
  }

  /** A mark may be an earlier one of a file that is kept longer by now. */
  private async forgotten(id: string, mark: string, now: Date): Promise<boolean> {
    const file = await this.about(id);
    const isOver = file !== undefined && file.until <= now;
    if (isOver) await this.delete(`files/${id}.json`);
    await this.delete(mark);
    return isOver;
  }

  protected async arriving(): Promise<string> {
    await mkdir(this.waiting, { recursive: true, mode: 0o700 });
    return this.waiting;
  }

  protected async shelve(path: string, { sha256, size }: { sha256: string; size: number }, about: About): Promise<KeptFile> {
    const place = this.at(contentOf(sha256));
    const there = await this.client.send(new HeadObjectCommand(place)).catch(unlessMissing);
    if (there) await this.touch(sha256);
    else await this.client.send(new PutObjectCommand({ ...place, Body: createReadStream(path), ContentLength: size }));
    return this.describe({ ...about, sha256, size });
  }

  protected async touch(sha256: string): Promise<void> {
    const { Bucket, Key } = this.at(contentOf(sha256));
    const CopySource = `${Bucket}/${Key}`;
    await this.client.send(new CopyObjectCommand({ Bucket, Key, CopySource, MetadataDirective: 'REPLACE' }));
  }

  /** The mark first: what is described is always known to the collector. */
  protected async describe(file: KeptFile, former?: KeptFile): Promise<KeptFile> {
    await this.client.send(new PutObjectCommand({ ...this.at(markOf(file)), Body: '', ContentLength: 0 }));
    await this.client.send(new PutObjectCommand({ ...this.at(`files/${file.id}.json`), Body: describing(file) }));
    if (former && markOf(former) !== markOf(file)) await this.delete(markOf(former));
    return file;
  }

  private async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(key)));
  }

  private async *list(below: string): AsyncGenerator<{ key: string; at: Date }> {
    const { Bucket, Key: Prefix } = this.at(below);
    let ContinuationToken: string | undefined;
    do {
      const page = await this.client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
      for (const { Key = '', LastModified = new Date() } of page.Contents ?? [])
        yield { key: Key.slice(this.where.prefix.length), at: LastModified };
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.where.bucket, Key: this.where.prefix + key };
  }
}

const contentOf = (sha256: string) => `contents/${sha256.slice(0, 2)}/${sha256}`;
const markOf = ({ id, until, sha256 }: KeptFile) => `marks/${id}~${until.getTime()}~${sha256}`;

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 404) throw error;
}
