import { reporting, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { CountySheets } from './county-sheets.js';
import { FillingFromCountySheet } from './filling-from-county-sheet.js';

@Controller()
export class CountySheetsHandlers {
  constructor(
    @Inject(CountySheets) private readonly sheets: CountySheets,
    @Inject(FillingFromCountySheet) private readonly filling: FillingFromCountySheet,
  ) {}

  @Handles(reporting.countySheet)
  countySheet(input: InputOf<typeof reporting.countySheet>, call: Call) {
    return this.sheets.make(input, call);
  }

  @Handles(reporting.fillInFromCountySheet)
  fillInFromCountySheet(input: InputOf<typeof reporting.fillInFromCountySheet>, call: Call) {
    return this.filling.fillIn(input, call);
  }
}
