import { Controller, Inject } from '@nestjs/common';
import { measureCodes, reporting, type Call, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { ExportingMeasures } from './exporting-measures.js';
import { ReadingMeasures } from './reading-measures.js';
import { RecountingMeasures } from './recounting-measures.js';
import { measureFor, viewOf } from './views.js';

@Controller()
export class MeasuresHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(ReadingMeasures) private readonly reading: ReadingMeasures,
    @Inject(ExportingMeasures) private readonly exporting: ExportingMeasures,
    @Inject(RecountingMeasures) private readonly recounting: RecountingMeasures,
  ) {}

  @Handles(reporting.measures)
  async measures(_: InputOf<typeof reporting.measures>, call: Call) {
    const view = await viewOf(call, this.store);
    return { items: measureCodes.flatMap((code) => measureFor(code, view) ?? []) };
  }

  @Handles(reporting.measure)
  measure(input: InputOf<typeof reporting.measure>, call: Call) {
    return this.reading.read(input, call);
  }

  @Handles(reporting.publicMeasure)
  publicMeasure(input: InputOf<typeof reporting.publicMeasure>) {
    return this.reading.readPublic(input);
  }

  @Handles(reporting.exportMeasure)
  exportMeasure(input: InputOf<typeof reporting.exportMeasure>, call: Call) {
    return this.exporting.export(input, call);
  }

  @Handles(reporting.recountMeasures)
  recountMeasures({ organisation }: InputOf<typeof reporting.recountMeasures>, call: Call) {
    return this.recounting.recount(organisation, call);
  }
}
