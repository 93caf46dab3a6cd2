import type { Clock } from '@lianxue/contracts';
import type { Sealer } from '@lianxue/persistence';
import type { JWK } from 'jose';
import { algorithms, newKey, type Algorithm, type SigningKeys } from './keys.js';
import type { Statements } from './state.js';

const hourMs = 3600_000;

/** What the rotation goes by. */
export interface RotationTimes {
  /** How long a key signs. */
  readonly signsMs: number;
  /** How long a key is published before it signs: as long as anybody keeps our key set without looking again. */
  readonly aheadMs: number;
  /** How long a key stays published after its last signature: longer than any token it signed is read. */
  readonly afterMs: number;
}

/** A quarter of signing; a day for apps that keep the key set; two hours for ID tokens, which live one. */
export const usualTimes: RotationTimes = { signsMs: 90 * 24 * hourMs, aheadMs: 24 * hourMs, afterMs: 2 * hourMs };

interface Row {
  readonly kid: string;
  readonly alg: Algorithm;
  readonly sealed: string;
  readonly generation: number;
  readonly signsFrom: Date;
}

/**
 * The keys of unified auth, each published, then signing, then retired. What a key is at a moment follows from the table and
 * the clock alone, so that replicas agree without talking to each other.
 */
export class KeyRotation {
  constructor(
    private readonly statements: Statements,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly times: RotationTimes = usualTimes,
  ) {}

  /** Takes over the first keys, once; they sign at once, since nobody knows any others. */
  async begin({ keys }: SigningKeys): Promise<void> {
    if ((await this.rows()).length > 0) return;
    for (const key of keys) await this.keep(key, 0, this.clock.now());
  }

  /** The keys of this moment: makes those that are due, drops those whose time is over. */
  async now(): Promise<SigningKeys> {
    for (const alg of algorithms) await this.makeDue(alg);
    const rows = await this.rows();
    const gone = rows.filter((row) => this.isOver(row, rows));
    if (gone.length > 0) await this.run('key_retire', 'delete from signing_key where kid = any($1)', [gone.map(({ kid }) => kid)]);
    const kept = rows.filter((row) => !gone.includes(row));
    return { keys: algorithms.flatMap((alg) => this.inOrder(kept.filter((row) => row.alg === alg)).map((row) => this.open(row))) };
  }

  /** Makes keys that sign at once. Where others may know the old ones, these are gone at once, with those still to come. */
  async replace(compromised: boolean): Promise<void> {
    for (const alg of algorithms) {
      for (let made = false; !made;) {
        const newest = (await this.rows()).filter((row) => row.alg === alg).at(-1);
        made = await this.keep(await newKey(alg), (newest?.generation ?? -1) + 1, this.clock.now());
      }
    }
    if (compromised)
      await this.run(
        'key_discard',
        'delete from signing_key k where exists (select 1 from signing_key n where n.alg = k.alg and n.generation > k.generation)',
        [],
      );
  }

  /** What each key is at this moment. */
  async standing() {
    const rows = await this.rows();
    const now = this.clock.now();
    return algorithms.flatMap((alg) => {
      const [signing, ...others] = this.inOrder(rows.filter((row) => row.alg === alg));
      const state = (row: Row): 'coming' | 'signing' | 'leaving' =>
        row === signing ? 'signing' : row.signsFrom > now ? 'coming' : 'leaving';
      return [...(signing ? [signing] : []), ...others].map((row) => ({ ...row, state: state(row) }));
    });
  }

  private async makeDue(alg: Algorithm): Promise<void> {
    const newest = (await this.rows()).filter((row) => row.alg === alg).at(-1);
    if (!newest) return;
    const now = this.clock.now().getTime();
    if (now < newest.signsFrom.getTime() + this.times.signsMs - this.times.aheadMs) return;
    await this.keep(await newKey(alg), newest.generation + 1, new Date(now + this.times.aheadMs));
  }

  /** The newest that may sign first; those still to come and those that have signed after it. */
  private inOrder(rows: readonly Row[]): Row[] {
    const now = this.clock.now();
    const signs = [...rows].reverse().find(({ signsFrom }) => signsFrom <= now);
    return [...(signs ? [signs] : []), ...rows.filter((row) => row !== signs)];
  }

  private isOver({ alg, generation }: Row, rows: readonly Row[]): boolean {
    const late = this.clock.now().getTime() - this.times.afterMs;
    return rows.some((row) => row.alg === alg && row.generation > generation && row.signsFrom.getTime() < late);
  }

  private rows(): Promise<Row[]> {
    return this.run<Row>('keys', 'select kid, alg, sealed, generation, signs_from as "signsFrom" from signing_key order by generation', []);
  }

  /** False when another replica made the key of this generation. */
  private async keep(key: JWK, generation: number, signsFrom: Date): Promise<boolean> {
    const made = await this.run(
      'key_keep',
      `insert into signing_key (kid, alg, sealed, generation, published_at, signs_from) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning kid`,
      [key.kid, key.alg, this.sealer.seal(JSON.stringify(key)), generation, this.clock.now(), signsFrom],
    );
    return made.length > 0;
  }

  private open({ sealed }: Row): JWK {
    return JSON.parse(this.sealer.open(sealed)) as JWK;
  }

  private async run<R>(name: string, text: string, values: readonly unknown[]): Promise<R[]> {
    return (await this.statements.query({ name, text, values })).rows as R[];
  }
}
