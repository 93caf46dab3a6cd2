import { assertThat, identity, RosterRowUnknown, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { QueryingRoster } from './querying-roster.js';

/** One query under three scopes: demographics are read by their own alone. */
@Controller()
export class RosterQueryHandlers {
  constructor(private readonly querying: QueryingRoster) {}

  @Handles(identity.queryRoster)
  queryRoster(query: InputOf<typeof identity.queryRoster>, call: Call) {
    assertThat(query.collection !== 'demographics', RosterRowUnknown);
    return this.querying.query(query, call);
  }

  @Handles(identity.queryRosterCore)
  queryRosterCore(query: InputOf<typeof identity.queryRosterCore>, call: Call) {
    assertThat(query.collection !== 'demographics', RosterRowUnknown);
    return this.querying.query(query, call);
  }

  @Handles(identity.queryDemographics)
  queryDemographics(query: InputOf<typeof identity.queryDemographics>, call: Call) {
    assertThat(query.collection === 'demographics', RosterRowUnknown);
    return this.querying.query(query, call);
  }
}
