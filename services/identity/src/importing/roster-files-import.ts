import { assertThat, CLOCK, dayInBeijing, OrganisationUnknown, RosterMisplaced, type Clock } from '@lianxue/contracts';
import { Store, type Outcome, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { isSchool } from '../organisations/placing.js';
import type { Told } from '../people/person-details.js';
import { AsOf } from './as-of.js';
import { dropsOfRoster, endEnrolments } from './dropping.js';
import { holdRoster } from './external-ids.js';
import { rowsOf } from './files.js';
import { ImportingPeople } from './importing-people.js';
import { knownAs } from './known-schools.js';
import { readRoster, unreadOf } from './reading-roster.js';
import { RowErrors } from './row-errors.js';
import type { ImportRun } from './roster-import.js';
import { mayKeepCalendar, partOf, partsOf } from './roster-parts.js';
import type { RosterPost } from './roster.js';
import { Tally } from './tally.js';

const rowsAtOnce = 500;

/** Imports OneRoster 1.2 and SDS v2.1: several files whose rows name each other, read whole. */
@Injectable()
export class RosterFilesImport {
  constructor(
    private readonly store: Store,
    private readonly people: ImportingPeople,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    sent: Readonly<Record<string, string>>,
    run: ImportRun,
    told: Told,
    mayGive: (role: RosterPost['role']) => boolean,
  ): Promise<Outcome> {
    const { steps, job } = run;
    const school = await this.store.one(OrganisationRecord, run.organisation, job.call(), OrganisationUnknown);
    assertThat(isSchool(school.kind), RosterMisplaced);
    const { files, bulk } = asTheManifestSays(sent);
    const errors = new RowErrors();
    const now = this.clock.now();
    const [today, asOf] = [dayInBeijing(now), AsOf.of(told, now)];
    const roster = readRoster(
      files,
      { id: school.id, schoolCode: school.schoolCode, today, mayGive, knownAs: await knownAs(school.id, this.store) },
      errors,
    );
    const drops = await dropsOfRoster(roster, school.id, run.order.mode === 'replace' || bulk, asOf, this.store);
    const waits = run.held(drops);
    if (waits) return waits;
    const into = { school: school.id, today, asOf, told, mayGive };
    const parts = [
      ...partsOf(roster, into, mayKeepCalendar(job.call().caller.role), this.people),
      partOf(drops.enrolments, (rows, work) => this.end(rows, work)),
    ];
    let unwritten = steps.begun ? [] : errors.all;
    for (const [part, rows] of parts.entries()) {
      const behind = steps.behind(part);
      // Who has been dropped before is not among those who are to be.
      const isDropping = part === parts.length - 1 && behind !== Infinity;
      for (let from = isDropping ? 0 : behind; from < rows.length; from += rowsAtOnce) {
        const until = Math.min(rows.length, from + rowsAtOnce);
        await steps.step(part, until, until - from, unwritten, async (work, revoke) => {
          await holdRoster(school.id, work);
          await work.within(school.id, OrganisationUnknown);
          return rows.bring(from, until, work, revoke);
        });
        unwritten = [];
      }
    }
    if (unwritten.length > 0) await steps.step(parts.length, 1, 0, unwritten, async () => new Tally());
    return { result: { dropped: drops.enrolments.length, unread: unreadOf(files) } };
  }

  private async end(ids: readonly string[], work: Work): Promise<Tally> {
    const tally = new Tally();
    tally.counts.enrolments.ended += await endEnrolments(ids, this.clock.now(), work);
    return tally;
  }
}

/** `manifest.csv` says of each file whether it is there and complete: an absent one is not read, `bulk` enrolments are all there are. */
function asTheManifestSays(sent: Readonly<Record<string, string>>): { files: Readonly<Record<string, string>>; bulk: boolean } {
  const said = new Map(rowsOf('manifest', sent['manifest']).map((row) => [row.get('propertyName'), row.get('value').toLowerCase()]));
  const files = Object.fromEntries(Object.entries(sent).filter(([file]) => said.get(`file.${file}`) !== 'absent'));
  return { files, bulk: said.get('file.enrollments') === 'bulk' };
}
