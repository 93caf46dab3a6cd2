import { isDeepStrictEqual } from 'node:util';
import {
  AddedSectionNotBelow,
  AddedSectionNotFound,
  AddedSectionPrefixTaken,
  addedSectionFacts,
  assertThat,
  DataSetNotFound,
  FormCollides,
  refuse,
  type Call,
  type Indicator,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, sql, Store, violates } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { DataSet } from '../collecting/data-set.entity.js';
import { authorityKinds } from '../submissions/chain.js';
import { AddedSection } from './added-section.entity.js';

/** An authority asks those below it its own, beside what a form from above asks. */
@Injectable()
export class AddingSections {
  constructor(@Inject(Store) private readonly store: Store) {}

  add({ id = newId(), dataSetId, ...content }: InputOf<typeof reporting.addSection>, call: Call): Promise<AddedSection> {
    return this.store.commit(call, async (work) => {
      // Locked, so that no form is issued meanwhile.
      const dataSet = await work.one(DataSet, dataSetId, DataSetNotFound);
      await work.within(content.organisation);
      const [below] = await work.query(
        'select 1 from organisation o join organisation a on a.path @> o.path and a.id <> o.id where o.id = $1 and a.id = $2 and o.kind = any($3)',
        [content.organisation, dataSet.organisation, authorityKinds],
      );
      assertThat(below !== undefined, AddedSectionNotBelow);
      const [form] = await work.query<{ indicators: Indicator[] }>('select indicators from form where id = $1', [dataSet.form]);
      const codes = form!.indicators.map(({ code }) => code).filter((code) => code.startsWith(`${content.prefix}_`));
      if (codes.length > 0) throw refuse(FormCollides, { codes, sections: [] });
      const section = Object.assign(new AddedSection(), content, { id, dataSet: dataSetId });
      return work
        .insert(section, addedSectionFacts.added, (existing) => isDeepStrictEqual(existing.fact(), section.fact()))
        .catch((error: unknown) => {
          throw violates(error, 'added_section_prefix') ? refuse(AddedSectionPrefixTaken, { taken: content.prefix }) : error;
        });
    });
  }

  async listed({ dataSetId, limit, cursor }: InputOf<typeof reporting.addedSections>, call: Call) {
    await this.store.one(DataSet, dataSetId, call, DataSetNotFound);
    return { where: sql`t.data_set = ${dataSetId}`, limit, cursor };
  }

  withdraw({ sectionId }: InputOf<typeof reporting.withdrawSection>, call: Call): Promise<AddedSection> {
    return this.store.commit(call, async (work) => {
      const section = await work.target(AddedSection, sectionId, AddedSectionNotFound);
      if (section.withdrawn) return section;
      section.withdrawn = true;
      return work.update(section, addedSectionFacts.withdrawn);
    });
  }
}
