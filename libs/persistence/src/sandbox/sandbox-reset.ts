import { Injectable } from '@nestjs/common';
import type { Fact, Follower, SandboxFact, Statements } from '@lianxue/contracts';
import type { z } from 'zod';
import { ownTables } from '../setup/own-tables.js';
import { emptyOut } from './emptying.js';

/** What the commit, delivery and reach keep in every service: a sandbox that begins anew was there all the same. */
const machinery = [...ownTables, 'migration'];

/** A sandbox begins anew 沙箱重置: what its program and its people made in this service before that goes. */
@Injectable()
export class SandboxReset implements Follower {
  readonly name = 'sandbox';
  readonly types = ['cn.lianxue.identity.sandbox.reset'];

  async apply(fact: Fact, statements: Statements): Promise<void> {
    if (!fact.data) return;
    const { county, school } = fact.data as z.output<typeof SandboxFact>;
    const organisations = await statements.query<{ id: string }>(
      `select o.id from organisation o join organisation top on top.id = any($1::uuid[]) and o.path <@ top.path group by o.id`,
      [[county, school]],
    );
    const tables = await statements.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
        and not (relname = any($1::text[]))`,
      [machinery],
    );
    // By the fact's id and not its time: a sandbox's clock may stand at any day.
    await emptyOut(
      { tables: tables.map(({ name }) => name), organisations: organisations.map(({ id }) => id), before: fact.id },
      statements,
    );
  }
}
