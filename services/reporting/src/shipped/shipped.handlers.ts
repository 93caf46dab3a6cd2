import { Controller, Inject } from '@nestjs/common';
import { reporting, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { dataSetView } from '../collecting/collecting.view.js';
import { Adopting } from './adopting.js';

@Controller()
export class ShippedHandlers {
  constructor(@Inject(Adopting) private readonly adopting: Adopting) {}

  @Handles(reporting.shippedDataSets)
  shippedDataSets() {
    return Promise.resolve(this.adopting.list());
  }

  @Handles(reporting.adoptDataSet)
  async adoptDataSet(input: InputOf<typeof reporting.adoptDataSet>, call: Call) {
    return dataSetView(await this.adopting.adopt(input, call));
  }
}
