import { identity, OrganisationUnknown, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { Merging } from './merging.js';
import { MergingInPortions } from './merging-in-portions.js';
import { Moving } from './moving.js';
import { OrganisationRecord } from './organisation.entity.js';
import { organisationView, pastView } from './organisation.view.js';
import { Registering } from './registering.js';
import { Remembering } from './remembering.js';
import { isWithin, named, standsIn } from './searching.js';

@Controller()
export class OrganisationHandlers {
  constructor(
    private readonly store: Store,
    private readonly registering: Registering,
    private readonly moving: Moving,
    private readonly merging: Merging,
    private readonly inPortions: MergingInPortions,
    private readonly remembering: Remembering,
  ) {}

  @Handles(identity.organisation)
  async organisation({ organisationId, asOf }: InputOf<typeof identity.organisation>, call: Call) {
    if (asOf !== undefined) return pastView(await this.remembering.one(organisationId, asOf, call));
    return organisationView(await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown), call.caller);
  }

  @Handles(identity.organisations)
  async organisations(input: InputOf<typeof identity.organisations>, call: Call) {
    const { name, kind, below, within, divisionCode, territory, schoolCode, state, planned, asOf, limit, cursor } = input;
    if (asOf !== undefined) return this.remembering.page({ ...input, asOf }, call, pastView);
    const where = allOf(
      name !== undefined && (await named(name, this.store)),
      kind !== undefined && sql`t.kind = ${kind}`,
      below !== undefined && sql`t.parent = ${below}`,
      within !== undefined && isWithin(within),
      divisionCode !== undefined && sql`t.division_code = ${divisionCode}`,
      territory !== undefined && standsIn(territory),
      state !== undefined && sql`t.state = ${state}`,
      planned === 'true' && sql`t.planned_from is not null`,
      planned === 'false' && sql`t.planned_from is null`,
      schoolCode !== undefined && sql`t.school_code = ${schoolCode}`,
    );
    return this.store.page(OrganisationRecord, call, { where, order: [{ column: 'name' }, { column: 'id' }], limit, cursor }, (row) =>
      organisationView(row, call.caller),
    );
  }

  @Handles(identity.registerOrganisation)
  async registerOrganisation(input: InputOf<typeof identity.registerOrganisation>, call: Call) {
    return organisationView(await this.registering.register(input, call), call.caller);
  }

  @Handles(identity.changeOrganisation)
  async changeOrganisation(input: InputOf<typeof identity.changeOrganisation>, call: Call) {
    return organisationView(await this.registering.change(input, call), call.caller);
  }

  @Handles(identity.moveOrganisation)
  async moveOrganisation({ organisationId, parent, from }: InputOf<typeof identity.moveOrganisation>, call: Call) {
    return organisationView(await this.moving.move(organisationId, parent, call, from), call.caller);
  }

  @Handles(identity.cancelPlannedMove)
  async cancelPlannedMove({ organisationId }: InputOf<typeof identity.cancelPlannedMove>, call: Call) {
    return organisationView(await this.moving.cancel(organisationId, call), call.caller);
  }

  @Handles(identity.mergeOrganisation)
  async mergeOrganisation({ organisationId, into }: InputOf<typeof identity.mergeOrganisation>, call: Call) {
    return organisationView(await this.merging.merge(organisationId, into, call), call.caller);
  }

  @Handles(identity.mergeLargeOrganisation)
  mergeLargeOrganisation(input: InputOf<typeof identity.mergeLargeOrganisation>, call: Call) {
    return this.inPortions.order(input, call);
  }

  @Handles(identity.organisationsAsOf)
  organisationsAsOf(input: InputOf<typeof identity.organisationsAsOf>) {
    return this.remembering.ofDay(input);
  }

  @Handles(identity.closeOrganisation)
  async closeOrganisation({ organisationId }: InputOf<typeof identity.closeOrganisation>, call: Call) {
    return organisationView(await this.moving.close(organisationId, call), call.caller);
  }
}
