import {
  assertThat,
  GradebookInUse,
  GradebookOfAnotherApp,
  GradebookRowUnknown,
  GradebookUnfit,
  gradeResultFacts,
  Refusal,
  type Call,
  type classrooms,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store, type Work, takeTurn } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Entering, type Entered } from './entering.js';
import { GradeResultEntity } from './grade-result.entity.js';
import { kinds, meant, type AnyRow } from './kinds.js';

/** Writing into the gradebook within the reach of the app that writes. */
@Injectable()
export class WritingGradebook {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Entering) private readonly entering: Entering,
  ) {}

  /** An entry is put whole under its name, again and again; what is the same already is left alone. */
  async put({ name, put }: InputOf<typeof classrooms.putInGradebook>, call: Call): Promise<void> {
    const { client } = call.caller;
    const { type, facts, fixed } = kinds[put.collection];
    assertThat(put.entries.length === 1, GradebookUnfit, { field: put.collection });
    const [entered] = await this.entering.rows(put, call);
    await this.store.commit(call, async (work) => {
      await takeTurn(work, `${client} ${name}`);
      await work.within(entered!.organisation, GradebookRowUnknown);
      const [there] = await work.all(type, meant(name, client));
      if (!there) return void (await work.insert(this.rowOf(put.collection, { ...entered!, called: name }, client), facts.put));
      if (there.writer !== client) await this.refuseOther(there, work);
      const before = { ...there } as Readonly<Record<string, unknown>>;
      const field = fixed.find((each) => before[each] !== (entered as unknown as Record<string, unknown>)[each]);
      assertThat(field === undefined, GradebookUnfit, { field: field ?? '' });
      const row = Object.assign(there, entered, { ended: false });
      if (JSON.stringify({ ...before }) !== JSON.stringify({ ...row })) await work.update(row, facts.put);
    });
  }

  /** Several at once, all or none, each under an id that is given here. */
  async add({ add, school, class: ofClass, academicSession }: InputOf<typeof classrooms.addToGradebook>, call: Call): Promise<string[]> {
    const entered = await this.entering.rows(add, call, academicSession);
    assertThat(school === undefined || entered.every(({ organisation }) => organisation === school), GradebookUnfit, { field: 'school' });
    assertThat(ofClass === undefined || entered.every((row) => row.class === ofClass), GradebookUnfit, { field: 'class' });
    return this.store.commit(call, async (work) => {
      for (const organisation of new Set(entered.map((row) => row.organisation))) await work.within(organisation, GradebookRowUnknown);
      const rows = entered.map((row) => this.rowOf(add.collection, row, call.caller.client));
      await work.insertAll(rows, kinds[add.collection].facts.put);
      return rows.map(({ id }) => id);
    });
  }

  /** With a line its results go; what lines still use stays. */
  async drop({ collection, name }: InputOf<typeof classrooms.dropFromGradebook>, call: Call): Promise<void> {
    const { type, facts } = kinds[collection];
    await this.store.commit(call, async (work) => {
      const [there] = await work.all(type, meant(name, call.caller.client));
      assertThat(there && !there.ended, GradebookRowUnknown);
      if (there.writer !== call.caller.client) await this.refuseOther(there, work);
      await work.within(there.organisation, GradebookRowUnknown);
      if (collection === 'lineItems') await this.dropResults(there.id, work);
      if (collection === 'categories' || collection === 'scoreScales') {
        const [used] = await work.query(`select 1 from line_item where $1::uuid in (category, score_scale) and not ended limit 1`, [
          there.id,
        ]);
        assertThat(!used, GradebookInUse);
      }
      await work.update(Object.assign(there, { ended: true }), facts.dropped);
    });
  }

  private async dropResults(line: string, work: Work): Promise<void> {
    const rows = await work.all(GradeResultEntity, sql`t.line_item = ${line} and not t.ended`);
    await work.updateAll(
      rows.map((row) => Object.assign(row, { ended: true })),
      gradeResultFacts.dropped,
    );
  }

  /** Another's entry is refused by name only to whoever may know of it. */
  private async refuseOther(row: AnyRow, work: Work): Promise<never> {
    await work.within(row.organisation, GradebookRowUnknown);
    throw new Refusal(GradebookOfAnotherApp);
  }

  private rowOf(collection: keyof typeof kinds, entered: Entered & { called?: string }, writer: string): AnyRow {
    return Object.assign(new kinds[collection].type(), entered, { writer });
  }
}
