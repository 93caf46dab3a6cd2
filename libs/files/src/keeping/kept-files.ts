import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderFiles } from './folder-files.js';
import type { Files } from './files.js';
import { S3Files } from './s3-files.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The {@link Files} of this installation, for whoever asks Nest for them. */
export const FILES = Symbol('lianxue.files');

/** Where this installation keeps files: the gateway takes them in and gives them out, services read and make them. */
function placeOf(env: Environment): string {
  const place = env['LIANXUE_FILES'];
  if (!place) throw new Error('LIANXUE_FILES is not set: the folder, or the bucket (s3://…), in which this installation keeps files');
  return place;
}

/** The folder of this machine's in which files lie while they arrive: of what is kept in a bucket too. */
export function arrivingFolder(env: Environment = process.env): string {
  const place = placeOf(env);
  return env['LIANXUE_FILES_ARRIVING'] ?? join(isBucket(place) ? join(tmpdir(), 'lianxue-files') : place, 'resumable');
}

/** A folder, `/var/lib/lianxue/files`, or a bucket, `s3://bucket/prefix?endpoint=https://store.example&region=cn`. */
export function keptFiles(env: Environment = process.env): Files {
  const place = placeOf(env);
  if (!isBucket(place)) return new FolderFiles(place);
  const { hostname: bucket, pathname, searchParams } = new URL(place);
  const endpoint = searchParams.get('endpoint');
  const prefix = pathname.slice(1);
  const where = { bucket, prefix: prefix && `${prefix.replace(/\/$/, '')}/`, region: searchParams.get('region') ?? 'us-east-1' };
  return new S3Files({ ...where, ...(endpoint && { endpoint }), credentials: keysFrom(env) }, arrivingFolder(env));
}

const isBucket = (place: string) => place.startsWith('s3://');

/** The key's name, then the key, each on a line of a file that only the service reads. */
function keysFrom(env: Environment): { accessKeyId: string; secretAccessKey: string } {
  const file = env['LIANXUE_S3_KEY_FILE'];
  if (!file) throw new Error('LIANXUE_S3_KEY_FILE is not set: a file with the name of the key and the key, a line each');
  const [accessKeyId = '', secretAccessKey = ''] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return { accessKeyId, secretAccessKey };
}
