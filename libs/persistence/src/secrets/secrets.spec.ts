import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../ids.js';
import { Proving } from '../../spec/proving.spec.js';
import { Sealer } from './sealer.js';
import { SealedVault } from './sealed-vault.js';

describe('the sealer', () => {
  const sealer = new Sealer(randomBytes(32));

  it('opens what it sealed, and nothing that was changed or sealed elsewhere', () => {
    const sealed = sealer.seal('身份证号 360102200001011234');
    expect(sealer.open(sealed)).toBe('身份证号 360102200001011234');
    expect(sealer.seal('身份证号 360102200001011234')).not.toBe(sealed);
    const [algorithm, body] = sealed.split('.') as [string, string];
    const bytes = Buffer.from(body, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => sealer.open(`${algorithm}.${bytes.toString('base64url')}`)).toThrow();
    expect(() => new Sealer(randomBytes(32)).open(sealed)).toThrow();
    expect(() => sealer.open('plain')).toThrow();
  });

  it('finds equal values of one kind again', () => {
    expect(sealer.lookup('phone', '13800000000')).toBe(sealer.lookup('phone', '13800000000'));
    expect(sealer.lookup('phone', '13800000000')).not.toBe(sealer.lookup('card', '13800000000'));
  });
});

describe('the vault', () => {
  let here: Proving;
  beforeAll(async () => {
    here = await Proving.start();
  });
  afterAll(() => here.stop());

  it('keeps what the first of several replicas made, encrypted', async () => {
    const vault = new SealedVault(here.database, here.sealer);
    const kept = await Promise.all(Array.from({ length: 5 }, () => vault.keep('key', async () => newId())));
    expect(new Set(kept).size).toBe(1);
    const rows = await here.source.query<{ sealed: string }[]>('select sealed from vault');
    expect(rows).toHaveLength(1);
    expect(rows[0]!.sealed).not.toContain(kept[0]);
  });
});

describe('ids', () => {
  it('are UUIDv7 and grow', () => {
    const ids = Array.from({ length: 10_000 }, newId);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
