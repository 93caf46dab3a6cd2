import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  DataSetCodeTaken,
  dataSetFacts,
  DataSetNotFound,
  formFacts,
  periodFacts,
  PeriodNotFound,
  refuse,
  type Call,
  type FormContent,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, sql, Store, violates, type Work } from '@lianxue/persistence';
import { holdToLanguage } from '../rules/issue-check.js';
import { DataSet } from './data-set.entity.js';
import { Form } from './form.entity.js';
import { Period } from './period.entity.js';

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
      dataSet.form = newId();
      dataSet.formNumber += 1;
      await work.update(dataSet, dataSetFacts.revised);
      return this.issueForm(dataSet, content, work);
    });
  }

  announce({ id = newId(), dataSet: of, opens, due, ...named }: InputOf<typeof reporting.announcePeriod>, call: Call): Promise<Period> {
    return this.store.commit(call, async (work) => {
      const dataSet = await work.one(DataSet, of, DataSetNotFound);
      const period = Object.assign(new Period(), named, {
        id,
        organisation: dataSet.organisation,
        dataSet: dataSet.id,
        form: dataSet.form,
      });
      period.schedule({ opens, due });
      return work.insert(period, periodFacts.announced, (existing) => isDeepStrictEqual(existing.fact(), period.fact()));
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
    const { sections = [], indicators, rules } = content;
    const row = Object.assign(new Form(), { id: form, organisation, dataSet: id, number: formNumber, sections, indicators, rules });
    return work.insert(row, formFacts.issued);
  }
}

/** The same data set asked for again; which form it now has is its own matter. */
const sameContent = (one: DataSet, other: DataSet): boolean =>
  isDeepStrictEqual({ ...one.fact(), form: undefined, formNumber: undefined }, { ...other.fact(), form: undefined, formNumber: undefined });
