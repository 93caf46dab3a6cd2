import { isUuid } from '@lianxue/contracts';

/** What identity may be asked for: no organisation has a longer name, nor one that cannot be stored. */
const mayBeName = (name: string): boolean => name !== '' && name.length <= 100 && !/[\0\p{Surrogate}]/u.test(name);

/** Which organisations people mean by the names they type into lists. */
export abstract class MeantOrganisations {
  /** For each name the one at or below this organisation that it surely means, by its full, short or former name; null where none or several may be meant. */
  abstract by(names: readonly string[], below: string): Promise<readonly (string | null)[]>;
}

/** What the rows of one job mean; each name is asked for once. */
export class Meanings {
  private readonly known = new Map<string, string | null>();

  constructor(
    private readonly meant: MeantOrganisations,
    private readonly below: string,
  ) {}

  /** The ids by what was written: an id means itself. */
  async of(written: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const unasked = [...new Set(written)].filter((name) => !isUuid(name) && mayBeName(name) && !this.known.has(name));
    const found = unasked.length > 0 ? await this.meant.by(unasked, this.below) : [];
    unasked.forEach((name, nth) => this.known.set(name, found[nth] ?? null));
    const idOf = (name: string) => (isUuid(name) ? name.toLowerCase() : this.known.get(name));
    return new Map(
      written.flatMap((name) => [[name, idOf(name)] as const]).filter((entry): entry is readonly [string, string] => !!entry[1]),
    );
  }
}
