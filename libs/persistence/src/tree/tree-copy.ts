import { Injectable } from '@nestjs/common';
import type { Fact, Follower, OrganisationCopy, SelectionCopy, Statements } from '@lianxue/contracts';
import { advisoryKey } from '../database/advisory.js';

/** An organisation's parent is not in the copy yet; the transaction that met this must end before identity is asked. */
export class UnknownParent extends Error {
  constructor(readonly organisation: string) {
    super(`The copy of the tree does not know organisation ${organisation}`);
  }
}

/**
 * This service's own copy of the organisation tree and of app reach. Applies only newer versions; a moved organisation
 * takes its whole subtree along in the same transaction.
 */
@Injectable()
export class TreeCopy implements Follower {
  readonly name = 'tree';
  readonly types = ['cn.lianxue.identity.organisation.*', 'cn.lianxue.identity.selection.*'];

  async apply(fact: Fact, statements: Statements): Promise<void> {
    if (!fact.data) return;
    if (fact.thing === 'organisation') await this.keepOrganisation(copyOf(fact.data as OrganisationTold), statements);
    else await this.keepSelection(fact.data as SelectionCopy, statements);
  }

  /**
   * Whoever adds a leaf or renames shares the tree with others who do, since no path above changes meanwhile;
   * whoever moves a subtree has it alone.
   */
  async keepOrganisation(copy: OrganisationCopy, statements: Statements): Promise<void> {
    const before = await placeOf(copy.id, statements);
    if (before && before.version >= copy.version) return;
    if (!before || before.parent === copy.parent) {
      await statements.query('select pg_advisory_xact_lock_shared($1::bigint + hashtext(current_schema))', [treeLock]);
      if (await (before ? this.rename(copy, statements) : this.add(copy, statements))) return;
    }
    await statements.query('select pg_advisory_xact_lock($1::bigint + hashtext(current_schema))', [treeLock]);
    await this.replant(copy, statements);
  }

  async keepSelection({ id, client, organisation, scopes, active, until, version }: SelectionCopy, statements: Statements): Promise<void> {
    await statements.query(
      `insert into app_reach (id, client, organisation, scopes, active, until, version) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set client = excluded.client, organisation = excluded.organisation, scopes = excluded.scopes,
         active = excluded.active, until = excluded.until, version = excluded.version
       where app_reach.version < excluded.version`,
      [id, client, organisation, scopes, active, until, version],
    );
  }

  /** Answers whether it was new; two who hear of it at the same moment do not both add it. */
  private async add(copy: OrganisationCopy, statements: Statements): Promise<boolean> {
    const { id, parent, version, kind, name, divisionCode, closed } = copy;
    const added = await statements.query(
      `insert into organisation (id, parent, version, kind, name, division_code, closed, path) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (id) do nothing returning id`,
      [id, parent, version, kind, name, divisionCode, closed, await this.pathOf(id, parent, statements)],
    );
    return added.length > 0;
  }

  /** Answers whether it still stood below the same parent. */
  private async rename(
    { id, parent, version, kind, name, divisionCode, closed }: OrganisationCopy,
    statements: Statements,
  ): Promise<boolean> {
    const renamed = await statements.query(
      `update organisation set version = $3, kind = $4, name = $5, division_code = $6, closed = $7
       where id = $1 and parent is not distinct from $2 and version < $3 returning id`,
      [id, parent, version, kind, name, divisionCode, closed],
    );
    return renamed.length > 0;
  }

  private async replant(copy: OrganisationCopy, statements: Statements): Promise<void> {
    const { id, parent, version, kind, name, divisionCode, closed } = copy;
    const before = await placeOf(id, statements);
    if (!before || before.version >= version) return;
    const path = await this.pathOf(id, parent, statements);
    await statements.query(
      `update organisation set parent = $2, version = $3, kind = $4, name = $5, division_code = $6, closed = $7, path = $8 where id = $1`,
      [id, parent, version, kind, name, divisionCode, closed, path],
    );
    if (before.path === path) return;
    await statements.query(
      `update organisation set path = $1::ltree || subpath(path, nlevel($2::ltree)) where path <@ $2::ltree and path <> $2::ltree and id <> $3`,
      [path, before.path, id],
    );
  }

  private async pathOf(id: string, parent: string | null, statements: Statements): Promise<string> {
    const label = id.replaceAll('-', '');
    if (parent === null) return label;
    const [above] = await statements.query<{ path: string }>('select path::text from organisation where id = $1', [parent]);
    if (!above) throw new UnknownParent(parent);
    return `${above.path}.${label}`;
  }
}

/** What a fact says of an organisation, as far as a copy is concerned. */
interface OrganisationTold extends Omit<OrganisationCopy, 'closed'> {
  readonly state: string;
}

const copyOf = ({ state, ...told }: OrganisationTold): OrganisationCopy => ({ ...told, closed: state !== 'open' });

async function placeOf(id: string, statements: Statements): Promise<{ parent: string | null; path: string; version: number } | undefined> {
  const [place] = await statements.query<{ parent: string | null; path: string; version: number }>(
    'select parent, path::text, version from organisation where id = $1',
    [id],
  );
  return place;
}

/** One lock of the tree per schema; advisory locks are database-wide, so the schema's name is added to the key. */
const treeLock = (BigInt(advisoryKey('tree', '')) / 4n).toString();
