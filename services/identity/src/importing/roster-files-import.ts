import { assertThat, CLOCK, dayInBeijing, OrganisationUnknown, RosterMisplaced, type Clock } from '@lianxue/contracts';
import { Store, type Outcome, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Matching } from '../organisations/matching.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import type { Told } from '../people/person-details.js';
import { AsOf } from './as-of.js';
import { dropsOfRoster, endEnrolments, type Drops } from './dropping.js';
import { holdRoster } from './external-ids.js';
import { rowsOf, rowsOfAll } from './files.js';
import { ImportingPeople, type Into } from './importing-people.js';
import { readRoster, unreadOf } from './reading-roster.js';
import { RowErrors } from './row-errors.js';
import type { ImportRun } from './roster-import.js';
import { mayKeepCalendar, partOf, partsOf, type RosterPart } from './roster-parts.js';
import type { RosterPost } from './roster.js';
import { schoolsSent, type SchoolSent } from './schools-of-roster.js';
import { Tally } from './tally.js';

const rowsAtOnce = 500;

/** Rows of one kind of one school, and their place in the import. */
interface Part {
  readonly part: number;
  readonly school: string;
  readonly rows: RosterPart;
  readonly isDropping: boolean;
}

/** Imports OneRoster 1.2 and SDS v2.1: several files whose rows name each other, read whole. */
@Injectable()
export class RosterFilesImport {
  constructor(
    private readonly store: Store,
    private readonly people: ImportingPeople,
    private readonly matching: Matching,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    sent: Readonly<Record<string, string>>,
    run: ImportRun,
    told: Told,
    mayGive: (role: RosterPost['role']) => boolean,
  ): Promise<Outcome> {
    const { steps, job } = run;
    const organisation = await this.store.one(OrganisationRecord, run.organisation, job.call(), OrganisationUnknown);
    const { files, bulk } = asTheManifestSays(sent);
    const errors = new RowErrors();
    const now = this.clock.now();
    const [today, asOf] = [dayInBeijing(now), AsOf.of(told, now)];
    const asking = { store: this.store, matching: this.matching, call: () => job.call() };
    const schools = await schoolsSent(rowsOfAll(files), organisation, asking, errors);
    assertThat(schools.length > 0, RosterMisplaced);
    const complete = run.order.mode === 'replace' || bulk;
    const planned = { today, asOf, told, mayGive, complete, mayKeep: mayKeepCalendar(job.call().caller.role) };
    const plans = [];
    for (const school of schools) plans.push(await this.plan(school, planned, errors));
    const drops = plans.map((plan) => plan.drops);
    const dropped = { enrolments: drops.flatMap(({ enrolments }) => enrolments), classes: drops.flatMap(({ classes }) => classes) };
    const waits = run.held(dropped);
    if (waits) return waits;
    const parts = plans.flatMap((plan) => plan.parts);
    let unwritten = steps.begun ? [] : errors.all;
    for (const { part, school, isDropping, rows } of parts) {
      const behind = steps.behind(part);
      // Who has been dropped before is not among those who are to be.
      for (let from = isDropping && behind !== Infinity ? 0 : behind; from < rows.length; from += rowsAtOnce) {
        const until = Math.min(rows.length, from + rowsAtOnce);
        await steps.step(part, until, until - from, unwritten, async (work, revoke) => {
          await holdRoster(school, work);
          await work.within(school, OrganisationUnknown);
          return rows.bring(from, until, work, revoke);
        });
        unwritten = [];
      }
    }
    if (unwritten.length > 0) await steps.step(parts.at(-1)!.part + 1, 1, 0, unwritten, async () => new Tally());
    return { result: { dropped: dropped.enrolments.length, unread: unreadOf(files) } };
  }

  /** What is brought to one school, in the order in which it is brought, and who leaves. */
  private async plan(
    { rows, nth, ...school }: SchoolSent,
    { complete, mayKeep, ...into }: Omit<Into, 'school'> & { readonly complete: boolean; readonly mayKeep: boolean },
    errors: RowErrors,
  ): Promise<{ parts: Part[]; drops: Drops }> {
    const roster = readRoster(rows, { ...school, today: into.today, mayGive: into.mayGive }, errors);
    const drops = await dropsOfRoster(roster, school.id, complete, into.asOf, this.store);
    const own = partsOf(roster, { school: school.id, ...into }, mayKeep, this.people);
    const dropping = partOf(drops.enrolments, (ids, work) => this.end(ids, work));
    const parts = [...own, dropping].map((rows, part) => ({
      ...{ part: nth * (own.length + 1) + part, school: school.id },
      ...{ rows, isDropping: rows === dropping },
    }));
    return { parts, drops };
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
