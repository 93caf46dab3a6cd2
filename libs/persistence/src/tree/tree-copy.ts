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
 * This service's own copy of the organisation tree and of app reach. Applies only newer versions, one writer at a time;
 * a moved organisation takes its whole subtree along in the same transaction.
 */
@Injectable()
export class TreeCopy implements Follower {
  readonly name = 'tree';
  readonly types = ['cn.lianxue.identity.organisation.*', 'cn.lianxue.identity.selection.*'];

  async apply(fact: Fact, statements: Statements): Promise<void> {
    if (!fact.data) return;
    if (fact.thing === 'organisation') await this.keepOrganisation(fact.data as OrganisationCopy, statements);
    else await this.keepSelection(fact.data as SelectionCopy, statements);
  }

  async keepOrganisation({ id, parent, version, kind, name, divisionCode }: OrganisationCopy, statements: Statements): Promise<void> {
    await statements.query('select pg_advisory_xact_lock($1::bigint + hashtext(current_schema))', [treeLock]);
    const [before] = await statements.query<{ path: string; version: number }>(
      'select path::text, version from organisation where id = $1',
      [id],
    );
    if (before && before.version >= version) return;
    const path = await this.pathOf(id, parent, statements);
    await statements.query(
      `insert into organisation (id, parent, version, kind, name, division_code, path) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set parent = excluded.parent, version = excluded.version, kind = excluded.kind, name = excluded.name,
         division_code = excluded.division_code, path = excluded.path`,
      [id, parent, version, kind, name, divisionCode, path],
    );
    if (!before || before.path === path) return;
    await statements.query(
      `update organisation set path = $1::ltree || subpath(path, nlevel($2::ltree)) where path <@ $2::ltree and path <> $2::ltree and id <> $3`,
      [path, before.path, id],
    );
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

  private async pathOf(id: string, parent: string | null, statements: Statements): Promise<string> {
    const label = id.replaceAll('-', '');
    if (parent === null) return label;
    const [above] = await statements.query<{ path: string }>('select path::text from organisation where id = $1', [parent]);
    if (!above) throw new UnknownParent(parent);
    return `${above.path}.${label}`;
  }
}

/** One writer of the tree per schema; advisory locks are database-wide, so the schema's name is added to the key. */
const treeLock = (BigInt(advisoryKey('tree', '')) / 4n).toString();
