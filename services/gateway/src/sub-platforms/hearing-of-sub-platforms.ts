import type { Fact, Follower, Statements, SubPlatformFact } from '@lianxue/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';

/** Keeps what identity tells of sub-platforms; a name one had before still leads to it. */
@Injectable()
export class HearingOfSubPlatforms implements Follower {
  readonly name = 'sub_platforms';
  readonly types = ['cn.lianxue.identity.sub_platform.*'];

  async apply(fact: Fact, statements: Statements): Promise<void> {
    const told = fact.data as z.output<typeof SubPlatformFact> | null;
    if (!told) return;
    const { id, version, organisation, slug, services, state } = told;
    await statements.query(
      `insert into sub_platform (id, version, organisation, open, slugs, services, told) values ($1, $2, $3, $4, array[$5], $6, $7)
       on conflict (id) do update set version = excluded.version, organisation = excluded.organisation, open = excluded.open,
         slugs = excluded.slugs || array_remove(sub_platform.slugs, $5), services = excluded.services, told = excluded.told
       where sub_platform.version < excluded.version`,
      [id, version, organisation, state === 'open', slug, services, JSON.stringify(told)],
    );
  }
}
