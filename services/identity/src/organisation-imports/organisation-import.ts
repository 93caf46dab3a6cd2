import {
  assertThat,
  CLOCK,
  dayInBeijing,
  FileUnknown,
  identity,
  OrganisationUnknown,
  refuse,
  RosterUnreadable,
  type Call,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import {
  FILES,
  handOut,
  openTables,
  ownFile,
  readThrough,
  unreadHeadings,
  Unreadable,
  Workbook,
  type Files,
  type TableSource,
} from '@lianxue/files';
import { Counting, Jobs, JobSteps, newId, Store, type JobKind, type Outcome, type RunningJob } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { isEntitled } from '../importing/entitled.js';
import { MarkingErrors } from '../importing/marking-errors.js';
import { Naming } from '../organisations/meant-by-names.js';
import type { RowErrorCode, RowErrorFound } from '../importing/row-errors.js';
import type { RevokingSteps } from '../importing/tally.js';
import { Matching } from '../organisations/matching.js';
import { openOrganisation } from '../organisations/open-organisation.js';
import { Revocations } from '../signing-in/revocations.js';
import { OwnCopies } from '../tree/own-copies.js';
import { Bringing, counted, type CountedHere } from './bringing.js';
import { listHeaderIn, listTemplate, type ListField } from './list-columns.js';
import { maybeParent, Parents } from './parents.js';
import { ListReading, type ListedOrganisation } from './reading-list.js';

type Order = InputOf<typeof identity.importOrganisations>;

/** Rows of one transaction: each is some ten statements, and all of them end well within the 2 s it may take. */
const rowsAtOnce = 40;

/** A province has some forty thousand; whoever sends more has sent the wrong file. */
const mostRows = 100_000;

/** A list as it was read. */
interface List {
  readonly rows: readonly ListedOrganisation[];
  readonly errors: readonly RowErrorFound[];
}

/** Imports a list of organisations, as a job: known again by their codes, parents before what stands below them. */
@Injectable()
export class OrganisationImport implements JobKind {
  readonly kind = 'organisations.import';
  readonly operation = identity.importOrganisations;

  constructor(
    private readonly jobs: Jobs,
    private readonly store: Store,
    private readonly copies: OwnCopies,
    private readonly matching: Matching,
    private readonly marking: MarkingErrors,
    private readonly revocations: Revocations,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    jobs.serve(this);
  }

  isEntitled = isEntitled;

  async order(input: Order, call: Call) {
    const organisation = await openOrganisation(input.organisationId, call, this.store);
    assertThat(await ownFile(this.files, input.file, 'organisations', call.caller, this.clock.now()), FileUnknown);
    return this.store.commit(call, (work) => this.jobs.order(this, organisation.id, { ...input }, work, call));
  }

  async run(job: RunningJob): Promise<Outcome> {
    const { file: id, dryRun } = job.input as unknown as Order;
    const file = await ownFile(this.files, id, 'organisations', job.call().caller, this.clock.now());
    assertThat(file, FileUnknown);
    const steps = new JobSteps(job, this.revocations, dryRun, new Counting<CountedHere, RowErrorCode>(counted));
    const through = async ({ tables }: { readonly tables: readonly TableSource<ListField>[] }) => {
      await this.bringAll(await read(tables), job, steps);
      await this.marking.mark(job, file, tables, { code: 'parent.unknown', field: 'parent', fits: maybeParent });
      const unread = [...new Set(tables.flatMap(({ header }) => unreadHeadings(header)))];
      return { result: { ...steps.total.counts, changed: steps.total.changed, dryRun, unread } };
    };
    return readThrough(
      file,
      () => openTables(this.files, file, listHeaderIn),
      through,
      (what) => refuse(RosterUnreadable, what),
    );
  }

  /** An empty list to fill in: text columns, lists that drop down. */
  async template(call: Call) {
    const file = { id: newId(), name: '组织名单模板.xlsx' };
    const columns = listTemplate.map((column) => ({ ...column, text: true, valueOf: () => undefined }));
    return this.store.commit(call, async (work) => {
      work.note('organisations.template_made', file.id);
      const bytes = new Workbook('组织名单', columns).finish();
      return handOut(this.files, bytes, { file, kind: 'organisations.template' }, call.caller, this.clock.now());
    });
  }

  private async bringAll({ rows, errors }: List, job: RunningJob, steps: RevokingSteps<CountedHere>): Promise<void> {
    const naming = new Naming(this.matching, job.organisation, () => job.call(), maybeParent);
    const parents = await Parents.of(rows, job.organisation, this.store, naming);
    const ordered = parents.inOrder(rows);
    if (steps.behind(0) === 0) await steps.step(0, 1, errors.length, errors, async () => new Counting<CountedHere, RowErrorCode>(counted));
    for (let from = steps.behind(1); from < ordered.length; from += rowsAtOnce) {
      const some = ordered.slice(from, from + rowsAtOnce);
      await steps.step(1, from + some.length, some.length, [], async (work) => {
        await work.within(job.organisation, OrganisationUnknown);
        const today = dayInBeijing(this.clock.now());
        const bringing = new Bringing({ root: job.organisation, today, parents, copies: this.copies, work });
        for (const row of some) await bringing.bring(row);
        return bringing.tally;
      });
    }
  }
}

/** All rows of all sheets: they name each other. */
async function read(tables: readonly TableSource<ListField>[]): Promise<List> {
  const [rows, errors, met] = [[] as ListedOrganisation[], [] as RowErrorFound[], new Set<string>()];
  for (const table of tables) {
    const reading = new ListReading(table.header, table.file, met);
    for await (const one of table.rows()) {
      const row = reading.read(one, errors);
      if (row) rows.push(row);
      if (rows.length > mostRows) throw new Unreadable('too_many_rows', table.file);
    }
  }
  return { rows, errors };
}
