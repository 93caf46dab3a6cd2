import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  assertThat,
  DataSetCodeTaken,
  dataSetFacts,
  DataSetNotFound,
  formFacts,
  PeriodExists,
  periodFacts,
  PeriodMisplaced,
  PeriodNotFound,
  PeriodUndated,
  refuse,
  type Call,
  type FormContent,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, sql, Store, violates, type Work } from '@lianxue/persistence';
import { refuseCollisions } from '../added-sections/collisions.js';
import { holdToLanguage } from '../rules/issue-check.js';
import { DataSet } from './data-set.entity.js';
import { Form } from './form.entity.js';
import { holidaysFor } from './keeping-holidays.js';
import { Period } from './period.entity.js';
import { inOneYear, spanOf, windowsBy } from './reckoning.js';

/** An authority decides what is collected, in which form, and when. */
@Injectable()
export class Collecting {
  constructor(@Inject(Store) private readonly store: Store) {}

  define({ id = newId(), form, description, calendar, ...content }: InputOf<typeof reporting.defineDataSet>, call: Call): Promise<DataSet> {
    holdToLanguage(form, call.language, '/form');
    return this.store.commit(call, async (work) => {
      await work.within(content.organisation);
      const dataSet = Object.assign(new DataSet(), content, {
        id,
        description: description ?? null,
        ownCalendar: calendar ?? null,
        form: newId(),
        formNumber: 1,
      });
      const kept = await work
        .insert(dataSet, dataSetFacts.defined, (existing) => sameContent(existing, dataSet))
        .catch((error: unknown) => {
          throw violates(error, 'data_set_code') ? refuse(DataSetCodeTaken, { taken: content.code }) : error;
        });
      if (kept.form === dataSet.form) await this.issueForm(kept, form, work);
      return kept;
    });
  }

  /** A new version of the form; periods announced from now on use it. */
  issue({ dataSetId, ...content }: InputOf<typeof reporting.issueForm>, call: Call): Promise<Form> {
    holdToLanguage(content, call.language);
    return this.store.commit(call, async (work) => {
      const dataSet = await work.target(DataSet, dataSetId, DataSetNotFound);
      await refuseCollisions(dataSetId, content, work);
      dataSet.form = newId();
      dataSet.formNumber += 1;
      await work.update(dataSet, dataSetFacts.revised);
      return this.issueForm(dataSet, content, work);
    });
  }

  /** By the calendar of the data set: the year and the place in it say everything else. */
  open({ id = newId(), dataSetId, ...said }: InputOf<typeof reporting.openPeriod>, call: Call): Promise<Period> {
    return this.store.commit(call, async (work) => {
      const dataSet = await work.one(DataSet, dataSetId, DataSetNotFound);
      const { calendar } = dataSet;
      const { year, ordinal, shiftHolidays = calendar.shiftHolidays } = said;
      assertThat(ordinal <= inOneYear[calendar.kind], PeriodMisplaced, { most: inOneYear[calendar.kind] });
      const span = spanOf(calendar.kind, year, ordinal);
      const { firstDay = span.firstDay, lastDay = span.lastDay, name = span.name } = said;
      assertThat(firstDay !== undefined && lastDay !== undefined && firstDay <= lastDay, PeriodUndated);
      const last = Number(lastDay.slice(0, 4));
      const holidays = shiftHolidays ? await holidaysFor(dataSet.organisation, [last, last + 1, last + 2], work) : new Set<string>();
      const period = Object.assign(newPeriod(id, dataSet), { name, kind: calendar.kind, firstDay, lastDay, year, ordinal });
      return this.keep(Object.assign(period, windowsBy(calendar, lastDay, holidays)), work);
    });
  }

  announce(input: InputOf<typeof reporting.announcePeriod>, call: Call): Promise<Period> {
    const { id = newId(), dataSet: of, opens, due, reviewOpens, ...named } = input;
    return this.store.commit(call, async (work) => {
      const period = Object.assign(newPeriod(id, await work.one(DataSet, of, DataSetNotFound)), named);
      period.schedule({ opens, due, reviewOpens });
      return this.keep(period, work);
    });
  }

  change({ periodId, name, windows }: InputOf<typeof reporting.changePeriod>, call: Call): Promise<Period> {
    return this.store.commit(call, async (work) => {
      const period = await work.target(Period, periodId, PeriodNotFound);
      if (name !== undefined) period.name = name;
      if (windows) period.schedule(windows);
      return work.update(period, periodFacts.changed);
    });
  }

  /** The forms of a data set the caller may meet. */
  async formsOf({ dataSetId, limit, cursor }: InputOf<typeof reporting.forms>, call: Call) {
    await this.store.one(DataSet, dataSetId, call, DataSetNotFound);
    return { where: sql`t.data_set = ${dataSetId}`, limit, cursor };
  }

  private issueForm({ organisation, id, form, formNumber }: DataSet, content: FormContent, work: Work): Promise<Form> {
    const { sections = [], attachments = [], indicators, rules } = content;
    const asked = { sections, indicators, attachments, rules };
    const row = Object.assign(new Form(), { id: form, organisation, dataSet: id, number: formNumber, ...asked });
    return work.insert(row, formFacts.issued);
  }

  /** Once for the same days; the data set's row is locked, so that nobody opens it meanwhile. */
  private async keep(period: Period, work: Work): Promise<Period> {
    const { id, dataSet, kind, firstDay, lastDay } = period;
    const [there] = await work.query<{ id: string }>(
      'select id from period where data_set = $1 and kind = $2 and first_day = $3 and last_day = $4 and id <> $5',
      [dataSet, kind, firstDay, lastDay, id],
    );
    if (there) throw refuse(PeriodExists, { period: there.id });
    return work.insert(period, periodFacts.announced, (existing) => isDeepStrictEqual(existing.fact(), period.fact()));
  }
}

const newPeriod = (id: string, { organisation, id: dataSet, form }: DataSet): Period =>
  Object.assign(new Period(), { id, organisation, dataSet, form });

/** The same data set asked for again; which form it now has is its own matter. */
const sameContent = (one: DataSet, other: DataSet): boolean =>
  isDeepStrictEqual({ ...one.fact(), form: undefined, formNumber: undefined }, { ...other.fact(), form: undefined, formNumber: undefined });
