import {
  assertThat,
  CLOCK,
  dayInBeijing,
  OrganisationUnknown,
  RosterDrops,
  RosterMisplaced,
  type Call,
  type Clock,
  type identity,
  type InputOf,
  type PostRole,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { openOrganisation } from '../organisations/open-organisation.js';
import { isSchool } from '../organisations/placing.js';
import { mayGrant } from '../people/granting.js';
import { Revocations } from '../signing-in/revocations.js';
import { AsOf } from './as-of.js';
import { dropsOfRoster, losingTooMuch } from './dropping.js';
import { holdRoster } from './external-ids.js';
import { rowsOfAll } from './files.js';
import { ImportingPeople } from './importing-people.js';
import { knownAs } from './known-schools.js';
import { readRoster, unreadOf } from './reading-roster.js';
import { mayKeepCalendar, partsOf, type RosterPart } from './roster-parts.js';
import { RowErrors } from './row-errors.js';
import { Tally } from './tally.js';

/** Rows of one commit: new ones travel together, so that even on a busy machine it ends well within the 2 s a transaction may take. */
const rowsAtOnce = 400;

/** Imports rosters: what is right goes in, in short commits; the same files again change nothing, so a cut-off import is simply repeated. */
@Injectable()
export class Importing {
  constructor(
    private readonly store: Store,
    private readonly people: ImportingPeople,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async import({ organisationId, files, mostDropped, confirmed }: InputOf<typeof identity.importRoster>, call: Call) {
    const school = await openOrganisation(organisationId, call, this.store);
    assertThat(isSchool(school.kind), RosterMisplaced);
    const errors = new RowErrors();
    const now = this.clock.now();
    const mayGive = (role: PostRole) => mayGrant(role, call);
    const roster = readRoster(
      rowsOfAll(files),
      { id: school.id, schoolCode: school.schoolCode, today: dayInBeijing(now), mayGive, knownAs: await knownAs(school.id, this.store) },
      errors,
    );
    const asOf = new AsOf(now, now);
    if (!confirmed) {
      const classes = losingTooMuch(await dropsOfRoster(roster, school.id, false, asOf, this.store), mostDropped);
      assertThat(classes.length === 0, RosterDrops, { mostDropped, classes });
    }
    const into = {
      school: school.id,
      today: dayInBeijing(now),
      asOf,
      told: { source: 'roster', asOf: now },
      mayGive,
    } as const;
    const total = new Tally();
    for (const part of partsOf(roster, into, mayKeepCalendar(call.caller.role), this.people))
      await this.inBatches(part, school.id, call, total);
    errors.addAll(total.errors);
    const result = { ...total.counts, changed: total.changed, ...errors.told(call.language), unread: unreadOf(files) };
    return this.store.commit(call, async (work) => {
      work.note('roster.imported', school.id, { changed: result.changed, errors: result.errorCount });
      return result;
    });
  }

  /** Runs each batch in a commit of its own. They keep no idempotency record: repeated, they find everything done; the last commit keeps the answer. */
  private async inBatches(part: RosterPart, school: string, call: Call, total: Tally): Promise<void> {
    const each: Call = { ...call, idempotencyKey: undefined };
    for (let from = 0; from < part.length; from += rowsAtOnce) {
      const tally = await this.revocations.commit(each, async (work, revoke) => {
        await holdRoster(school, work);
        await work.within(school, OrganisationUnknown);
        return part.bring(from, from + rowsAtOnce, work, revoke);
      });
      total.add(tally);
    }
  }
}
