import {
  assertThat,
  CLOCK,
  dayInBeijing,
  FileUnknown,
  identity,
  refuse,
  RosterInFuture,
  RosterUnreadable,
  type Call,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { FILES, ownFile, readThrough, type Files } from '@lianxue/files';
import { Jobs, JobSteps, Store, type JobKind, type Outcome, type RunningJob } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { openOrganisation } from '../organisations/open-organisation.js';
import { mayGrant } from '../people/granting.js';
import { toldBy } from '../people/person-details.js';
import { Revocations } from '../signing-in/revocations.js';
import { losingTooMuch, type Drops } from './dropping.js';
import { isEntitled } from './entitled.js';
import { MarkingErrors } from './marking-errors.js';
import type { RosterPost } from './roster.js';
import { RosterFilesImport } from './roster-files-import.js';
import { TableImport } from './table-import.js';
import { openSource, type Source } from './table-source.js';
import { Tally, type Counted, type RevokingSteps } from './tally.js';

/** What an import was ordered with. */
interface ImportOrder {
  readonly organisationId: string;
  readonly file: string;
  readonly mode: 'merge' | 'replace';
  readonly dryRun: boolean;
  readonly source: 'roster' | 'roll' | 'staffSystem';
  /** Of which day its data are; orders from before there was such a day are of the day they run. */
  readonly asOf?: string | undefined;
  readonly mostDropped: number;
}

/** Of whom a system speaks; nothing it says of others is taken for its own. */
const spokenOf: Readonly<Record<ImportOrder['source'], readonly RosterPost['role'][] | undefined>> = {
  roster: undefined,
  roll: ['pupil', 'guardian'],
  staffSystem: ['teacher', 'homeroomTeacher'],
};
const tells = (source: ImportOrder['source'], role: RosterPost['role']): boolean => spokenOf[source]?.includes(role) ?? true;

/** Data of a day hold until it ends. */
const endOf = (day: string): string => `${day}T23:59:59.999+08:00`;

/** One run of an import over one kind of source. */
export interface ImportRun {
  readonly organisation: string;
  readonly order: ImportOrder;
  readonly job: RunningJob;
  readonly steps: RevokingSteps<Counted>;
  /** Whether it may still wait for confirmation: none was given, and nothing has been written. */
  readonly mayWait: boolean;
  /** Asks for confirmation, where it may, when classes would lose too many; undefined when it may go on. */
  held(drops: Drops): Outcome | undefined;
}

/** Imports a roster from a file, as a job: in whatever form it is, resumed where it was cut off, marked where it is wrong. */
@Injectable()
export class RosterImport implements JobKind {
  readonly kind = 'roster.import';
  readonly operation = identity.importRosterFile;

  constructor(
    private readonly jobs: Jobs,
    private readonly store: Store,
    private readonly tables: TableImport,
    private readonly rosters: RosterFilesImport,
    private readonly marking: MarkingErrors,
    private readonly revocations: Revocations,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    jobs.serve(this);
  }

  isEntitled = isEntitled;

  /** Orders the import; whoever sent the file may, and nobody else. */
  async order(input: InputOf<typeof identity.importRosterFile>, call: Call) {
    const { organisationId, file } = input;
    await openOrganisation(organisationId, call, this.store);
    assertThat(await ownFile(this.files, file, 'roster', call.caller, this.clock.now()), FileUnknown);
    const today = dayInBeijing(this.clock.now());
    const { asOf = today } = input;
    assertThat(asOf <= today, RosterInFuture);
    toldBy(call.caller, input.source, undefined, this.clock.now());
    return this.store.commit(call, (work) => this.jobs.order(this, organisationId, { ...input, asOf }, work, call));
  }

  async run(job: RunningJob): Promise<Outcome> {
    const order = job.input as unknown as ImportOrder;
    const { caller } = job.call();
    const file = await ownFile(this.files, order.file, 'roster', caller, this.clock.now());
    assertThat(file, FileUnknown);
    const steps = new JobSteps(job, this.revocations, order.dryRun, new Tally());
    const mayWait = !order.dryRun && !job.confirmed && !steps.begun;
    const held = (drops: Drops) => (mayWait ? waitingFor(drops, order.mostDropped) : undefined);
    const run: ImportRun = { organisation: job.organisation, order, job, steps, mayWait, held };
    const mayGive = (role: RosterPost['role']) => mayGrant(role, job.call()) && tells(order.source, role);
    const told = toldBy(caller, order.source, order.asOf && endOf(order.asOf), this.clock.now());
    const through = async (source: Source) => {
      const more =
        'tables' in source
          ? await this.tables.run(source.tables, run, told, mayGive)
          : await this.rosters.run(source.texts, run, told, mayGive);
      if ('waitsFor' in more) return more;
      if ('tables' in source) await this.marking.mark(job, file, source.tables);
      return { result: { ...steps.total.counts, changed: steps.total.changed, dryRun: order.dryRun, ...more.result } };
    };
    return readThrough(
      file,
      () => openSource(this.files, file),
      through,
      (what) => refuse(RosterUnreadable, what),
    );
  }
}

function waitingFor(drops: Drops, mostDropped: number): Outcome | undefined {
  const classes = losingTooMuch(drops, mostDropped);
  return classes.length === 0 ? undefined : { waitsFor: { question: 'pupils_dropped', mostDropped, classes } };
}
