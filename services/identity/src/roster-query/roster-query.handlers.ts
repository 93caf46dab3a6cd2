import { assertThat, identity, RosterRowUnknown, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { QueryingRoster } from './querying-roster.js';
import { StandingOfPupils } from './standing-of-pupils.js';

/** One query under three scopes: demographics are read by their own alone. */
@Controller()
export class RosterQueryHandlers {
  constructor(
    private readonly querying: QueryingRoster,
    private readonly standing: StandingOfPupils,
  ) {}

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

  @Handles(identity.classStanding)
  classStanding(input: InputOf<typeof identity.classStanding>) {
    return this.standing.inClass(input);
  }

  @Handles(identity.taughtTo)
  taughtTo(input: InputOf<typeof identity.taughtTo>) {
    return this.standing.taughtTo(input);
  }

  @Handles(identity.taughtIn)
  taughtIn(input: InputOf<typeof identity.taughtIn>) {
    return this.standing.taughtIn(input);
  }

  @Handles(identity.classesOf)
  classesOf(input: InputOf<typeof identity.classesOf>) {
    return this.standing.classesOf(input);
  }

  @Handles(identity.withheldPupils)
  withheldPupils(input: InputOf<typeof identity.withheldPupils>) {
    return this.standing.withheld(input);
  }
}
