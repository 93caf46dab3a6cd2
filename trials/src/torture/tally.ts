import type { Fact } from '@lianxue/contracts';

/** What one consumer saw, held against what was promised. */
export class Tally {
  /** Deliveries, repeats included. */
  deliveries = 0;
  /** The same change under another id. */
  repeated = 0;
  /** A version below one already seen of the same entity. */
  outOfOrder = 0;
  private readonly seen = new Set<string>();
  private readonly versions = new Map<string, number>();

  constructor(readonly name: string) {}

  see({ id, entity, version }: Fact): void {
    this.deliveries++;
    if (this.seen.has(id)) return;
    this.seen.add(id);
    const last = this.versions.get(entity) ?? 0;
    if (version === last) this.repeated++;
    if (version < last) this.outOfOrder++;
    this.versions.set(entity, Math.max(version, last));
  }

  get distinct(): number {
    return this.seen.size;
  }

  /** How many of these ids never came. */
  missed(ids: readonly string[]): number {
    return ids.filter((id) => !this.seen.has(id)).length;
  }
}
