import { Inject, Injectable } from '@nestjs/common';
import { assertThat, ShippedDataSetNotFound, type Call, type InputOf, type OutputOf, type reporting } from '@lianxue/contracts';
import { Collecting } from '../collecting/collecting.js';
import type { DataSet } from '../collecting/data-set.entity.js';
import { shippedDataSets } from './shipped-data-sets.js';

/** An authority takes a data set that comes with the platform, and has it as its own from then on. */
@Injectable()
export class Adopting {
  constructor(@Inject(Collecting) private readonly collecting: Collecting) {}

  list(): OutputOf<typeof reporting.shippedDataSets> {
    return {
      items: shippedDataSets.map(({ code, name, nameEn, description, filledBy, form }) => ({
        ...{ code, name, nameEn, description, filledBy },
        sections: form.sections.length,
        indicators: form.indicators.length,
      })),
    };
  }

  async adopt({ shipped, ...own }: InputOf<typeof reporting.adoptDataSet>, call: Call): Promise<DataSet> {
    const found = shippedDataSets.find(({ code }) => code === shipped);
    assertThat(found, ShippedDataSetNotFound);
    const { form, ...content } = found;
    return this.collecting.define({ ...content, reviewedBy: 'nearest', ...own, code: own.code ?? found.code, form }, call);
  }
}
