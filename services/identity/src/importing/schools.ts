import { sql, type Store } from '@lianxue/persistence';

interface School {
  readonly id: string;
  readonly names: readonly string[];
  readonly code: string | null;
}

const key = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The open schools at and below the organisation of an import, found by 学校标识码 or by any of their names. */
export class Schools {
  private readonly byCode = new Map<string, string>();
  private readonly byName = new Map<string, string | undefined>();

  private constructor(
    schools: readonly School[],
    /** The school of every row that names none. */
    private readonly own: string | undefined,
  ) {
    for (const { id, names, code } of schools) {
      if (code) this.byCode.set(code, id);
      // A name that two schools have names neither.
      for (const name of names)
        this.byName.set(key(name), this.byName.has(key(name)) && this.byName.get(key(name)) !== id ? undefined : id);
    }
  }

  static async below(organisation: string, store: Store): Promise<Schools> {
    const schools = await store.read<School>(
      sql`select r.id, array_remove(array[r.name, r.short_name] || r.former_names, null) as names, r.school_code as code
          from organisation_record r join organisation o on o.id = r.id
          where o.path <@ (select path from organisation where id = ${organisation})
            and r.state = 'open' and r.kind in ('school', 'centralSchool', 'teachingPoint')`,
    );
    return new Schools(schools, schools.some(({ id }) => id === organisation) ? organisation : undefined);
  }

  get ids(): string[] {
    return [...new Set([...this.byCode.values(), ...[...this.byName.values()].filter((id) => id !== undefined)])];
  }

  of({ code, name }: { readonly code: string; readonly name: string }): string | undefined {
    if (code) return this.byCode.get(code);
    return name ? this.byName.get(key(name)) : this.own;
  }
}
