import { identity, type InputOf, type OrganisationCopy, type SelectionCopy } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';

/** What a service asks when a token or an input names something its copy does not know yet. */
@Controller()
export class TreeHandlers {
  constructor(private readonly store: Store) {}

  @Handles(identity.organisationChain)
  async organisationChain({ organisation }: InputOf<typeof identity.organisationChain>) {
    const organisations = await this.store.read<OrganisationCopy>(
      sql`select a.id, a.parent, a.version, a.kind, a.name, a.division_code as "divisionCode", a.closed
          from organisation o join organisation a on a.path @> o.path where o.id = ${organisation} order by nlevel(a.path)`,
    );
    return { organisations: [...organisations] };
  }

  @Handles(identity.selectionsOf)
  async selectionsOf({ client }: InputOf<typeof identity.selectionsOf>) {
    const rows = await this.store.read<Omit<SelectionCopy, 'until'> & { until: Date | null; scopes: string[] }>(
      sql`select id, client, organisation, scopes, active, until, version from app_reach where client = ${client}`,
    );
    return { selections: rows.map(({ until, ...row }) => ({ ...row, until: until?.toISOString() ?? null })) };
  }
}
