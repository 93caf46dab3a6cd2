import type { OrganisationKind } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import type { Naming } from '../organisations/meant-by-names.js';
import type { RowErrorCode } from '../importing/row-errors.js';
import { folded } from '../organisations/names.js';
import { governs, type ListedOrganisation } from './reading-list.js';

/** Below what a row stands: another row of the list, an organisation that is registered, nothing it says, or nobody knows what. */
export type Above =
  | { readonly row: ListedOrganisation }
  | { readonly id: string }
  | { readonly wrong: Extract<RowErrorCode, 'parent.unknown' | 'name.ambiguous' | 'parent.circle'> }
  | undefined;

/** The parents that the rows of a list name, by code or by name: first in the list itself, then among what stands below the organisation it is for. */
export class Parents {
  private readonly above = new Map<ListedOrganisation, Above>();

  private constructor(
    private readonly store: Store,
    private readonly root: string,
    private readonly naming: Naming,
  ) {}

  static async of(rows: readonly ListedOrganisation[], root: string, store: Store, naming: Naming): Promise<Parents> {
    const parents = new Parents(store, root, naming);
    await parents.lookUp(rows);
    return parents;
  }

  of(row: ListedOrganisation): Above {
    return this.above.get(row);
  }

  /** The rows in an order in which each parent comes before what stands below it; the same rows give the same order. */
  inOrder(rows: readonly ListedOrganisation[]): ListedOrganisation[] {
    const ordered = new Set<ListedOrganisation>();
    const open = new Set<ListedOrganisation>();
    const visit = (row: ListedOrganisation) => {
      if (ordered.has(row)) return;
      const above = this.above.get(row);
      open.add(row);
      if (above && 'row' in above) {
        if (open.has(above.row)) this.above.set(row, { wrong: 'parent.circle' });
        else visit(above.row);
      }
      open.delete(row);
      ordered.add(row);
    };
    rows.forEach(visit);
    return [...ordered];
  }

  private async lookUp(rows: readonly ListedOrganisation[]): Promise<void> {
    const [codes, names] = [new Map<string, ListedOrganisation>(), new Map<string, ListedOrganisation[]>()];
    for (const row of rows) {
      for (const code of codesOf(row)) codes.set(code, row);
      names.set(folded(row.name), [...(names.get(folded(row.name)) ?? []), row]);
    }
    const [byCode, byName] = [new Map<string, Above>(), new Map<string, Above>()];
    for (const row of rows) {
      const { code, name } = row.parent;
      const inList = code ? [codes.get(code)].filter((other) => other !== undefined) : name ? (names.get(folded(name)) ?? []) : [];
      const others = inList.filter((other) => other !== row);
      if (others.length > 0) this.above.set(row, others.length > 1 ? { wrong: 'name.ambiguous' } : { row: others[0]! });
      else if (code) byCode.set(code, undefined);
      else if (name) byName.set(name, undefined);
    }
    for (const [code, above] of await this.coded([...byCode.keys()])) byCode.set(code, above);
    for (const [name, above] of await this.named([...byName.keys()])) byName.set(name, above);
    for (const row of rows) {
      const { code, name } = row.parent;
      if (this.above.has(row) || (!code && !name)) continue;
      this.above.set(row, (code ? byCode.get(code) : byName.get(name)) ?? { wrong: 'parent.unknown' });
    }
  }

  private async coded(codes: readonly string[]): Promise<[string, Above][]> {
    const rows = await this.store.read<{ id: string; code: string }>(
      sql`select r.id, c.code from organisation_record r join organisation o on o.id = r.id
            cross join lateral unnest(array[r.school_code, r.credit_code, case when r.kind in ('province', 'city', 'county') then r.division_code end]) as c (code)
          where o.path <@ (select path from organisation where id = ${this.root}) and r.state = 'open' and c.code = any(${codes}::text[])`,
    );
    return rows.map(({ id, code }) => [code, { id }]);
  }

  /** By their very names, else as an office shortens them. */
  private async named(names: readonly string[]): Promise<[string, Above][]> {
    const rows = await this.store.read<{ name: string; ids: string[] }>(
      sql`select r.name, array_agg(r.id) as ids from organisation_record r join organisation o on o.id = r.id
          where o.path <@ (select path from organisation where id = ${this.root}) and r.state = 'open' and r.name = any(${names}::text[])
          group by r.name`,
    );
    const found = new Map<string, Above>(
      rows.map(({ name, ids }) => [name, ids.length > 1 ? { wrong: 'name.ambiguous' } : { id: ids[0]! }]),
    );
    const open = names.filter((name) => !found.has(name));
    const meant = await this.naming.called(open);
    open.forEach((name, nth) => meant[nth] !== undefined && found.set(name, { id: meant[nth] }));
    return [...found];
  }
}

/** The codes by which a row is named as a parent. */
const codesOf = ({ schoolCode, creditCode, divisionCode, kind }: ListedOrganisation): string[] =>
  [schoolCode, creditCode, kind && governs(kind) ? divisionCode : undefined].filter((code) => code !== undefined);

/** Nothing stands below a vendor or a teaching point. */
export const maybeParent = (kind: OrganisationKind): boolean => kind !== 'vendor' && kind !== 'teachingPoint';
