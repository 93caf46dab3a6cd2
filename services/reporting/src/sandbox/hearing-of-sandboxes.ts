import type { Fact, SandboxFact, Statements } from '@lianxue/contracts';
import { SandboxReset } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';

/** A sandbox is opened or begins anew: what it collected goes, and it is written down that it has to be given something to collect. */
@Injectable()
export class HearingOfSandboxes extends SandboxReset {
  override readonly types = ['cn.lianxue.identity.sandbox.opened', 'cn.lianxue.identity.sandbox.reset'];

  override async apply(fact: Fact, statements: Statements): Promise<void> {
    if (!fact.data) return;
    if (fact.type.endsWith('.reset')) await super.apply(fact, statements);
    const { county } = fact.data as SandboxFact;
    await statements.query(
      `insert into sandbox_start (county, told, started) values ($1, $2, false)
       on conflict (county) do update set told = excluded.told, started = false where sandbox_start.told < excluded.told`,
      [county, fact.version],
    );
  }
}
