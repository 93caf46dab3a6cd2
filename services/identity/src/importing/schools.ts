import { sql, type Store } from '@lianxue/persistence';
import { schoolKinds } from '../organisations/placing.js';
import type { Naming } from '../organisations/meant-by-names.js';

/** How a row of a table says which school it means. */
export interface Meant {
  readonly code: string;
  readonly name: string;
}

interface School {
  readonly id: string;
  readonly names: readonly string[];
  readonly code: string | null;
}

const key = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The open schools at and below the organisation of an import, found by 学校标识码 or by name. */
export class Schools {
  private readonly byCode = new Map<string, string>();
  /** A name that two schools have, or none, names nothing. */
  private readonly byName = new Map<string, string | undefined>();

  private constructor(
    schools: readonly School[],
    /** The school of every row that names none. */
    private readonly own: string | undefined,
    private readonly naming: Naming,
  ) {
    for (const { id, names, code } of schools) {
      if (code) this.byCode.set(code, id);
      for (const name of names)
        this.byName.set(key(name), this.byName.has(key(name)) && this.byName.get(key(name)) !== id ? undefined : id);
    }
  }

  static async below(organisation: string, store: Store, naming: Naming): Promise<Schools> {
    const schools = await store.read<School>(
      sql`select r.id, array_remove(array[r.name, r.short_name] || r.former_names, null) as names, r.school_code as code
          from organisation_record r join organisation o on o.id = r.id
          where o.path <@ (select path from organisation where id = ${organisation})
            and r.state = 'open' and r.kind = any(${schoolKinds}::text[])`,
    );
    return new Schools(schools, schools.some(({ id }) => id === organisation) ? organisation : undefined, naming);
  }

  get ids(): string[] {
    return [...new Set([...this.byCode.values(), ...[...this.byName.values()].filter((id) => id !== undefined)])];
  }

  /** The school of each row, in their order; each name that no school bears is asked about once. */
  async of(rows: readonly Meant[]): Promise<(string | undefined)[]> {
    const unknown = new Map(rows.flatMap(({ code, name }) => (!code && name && !this.byName.has(key(name)) ? [[key(name), name]] : [])));
    const found = await this.naming.called([...unknown.values()]);
    [...unknown.keys()].forEach((name, nth) => this.byName.set(name, found[nth]));
    return rows.map(({ code, name }) => (code ? this.byCode.get(code) : name ? this.byName.get(key(name)) : this.own));
  }
}
