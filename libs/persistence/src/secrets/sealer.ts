import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto';
import { deriveSecret } from '@lianxue/contracts';

/** Names the algorithm in front of every sealed value, so that another can be added beside it. */
const aes = '1';
const ivLength = 12;
const tagLength = 16;

/** Random bytes for many values at once: each call into the operating system costs more than the sealing. */
const entropy = Buffer.alloc(256 * ivLength);
let spent = entropy.length;

function freshIv(): Buffer {
  if (spent === entropy.length) {
    randomFillSync(entropy);
    spent = 0;
  }
  return entropy.subarray(spent, (spent += ivLength));
}

/** Encrypts classified fields of one service, and makes the keyed hashes by which they are found again. */
export class Sealer {
  private readonly field: Buffer;
  private readonly hash: Buffer;

  /** @param secret the service's branch of the installation secret */
  constructor(secret: Buffer) {
    this.field = deriveSecret(secret, 'field');
    this.hash = deriveSecret(secret, 'lookup');
  }

  /** AES-256-GCM; the same text gives another value each time. */
  seal(text: string): string {
    const iv = freshIv();
    const cipher = createCipheriv('aes-256-gcm', this.field, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${aes}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** The text again; throws when the value was changed or sealed with another secret. */
  open(sealed: string): string {
    const [algorithm, body] = sealed.split('.', 2);
    if (algorithm !== aes || body === undefined) throw new Error('This value was not sealed here');
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.field, bytes.subarray(0, ivLength), { authTagLength: tagLength });
    decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8');
  }

  /** A keyed hash by which an equal value of the same kind is found without being readable. */
  lookup(kind: string, value: string): string {
    return createHmac('sha256', this.hash)
      .update(JSON.stringify([kind, value]))
      .digest('base64url');
  }
}
