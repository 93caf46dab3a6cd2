import {
  assertThat,
  CountySheetEmpty,
  CountySheetTooLarge,
  mostInCountySheet,
  NotFound,
  PeriodNotFound,
  type Call,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Form } from '../collecting/form.entity.js';
import { Period } from '../collecting/period.entity.js';
import { countyInExcel, type CountySheet, type CountyUnit } from './county-in-excel.js';
import { SheetFiles } from './sheet-files.js';

interface Around extends Pick<Form, 'sections' | 'indicators'> {
  readonly number: number;
  readonly dataSet: string;
  readonly authority: string;
}

/** Makes the sheet of a county's schools in one period 县级汇总表. */
@Injectable()
export class CountySheets {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(SheetFiles) private readonly files: SheetFiles,
  ) {}

  async make({ periodId, organisation }: InputOf<typeof reporting.countySheet>, call: Call): Promise<{ id: string; name: string }> {
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    assertThat(await this.store.reaches(organisation, call), NotFound);
    const sheet = await this.of(period, organisation);
    assertThat(sheet.units.length > 0, CountySheetEmpty);
    const bytes = await countyInExcel(sheet);
    return this.store.commit(call, async (work) => {
      const file = await this.files.keep(nameOf(sheet), bytes, call.caller);
      work.note('period.county_sheet_made', periodId, { file: file.id, units: sheet.units.length });
      return file;
    });
  }

  /** The schools below an authority that the caller reaches, with what they have filled in; indicators in the order of the sections. */
  async of({ id, form, name, organisation: owner, dataSet }: Period, organisation: string): Promise<CountySheet> {
    const [around] = await this.store.read<Around>(
      sql`select f.number, f.sections, f.indicators, d.name as "dataSet", o.name as authority
          from form f join data_set d on d.id = ${dataSet}::uuid join organisation o on o.id = ${organisation}::uuid where f.id = ${form}::uuid`,
    );
    const units = await this.store.scan<CountyUnit & { among: number }>(
      sql`select u.id as organisation, u.name, u.kind, s.id as submission, s.version, coalesce(s.status, 'notBegun') as status,
            coalesce(s.figures || s.words || s.computed, '{}') as values, count(*) over ()::int as among
          from data_set d join organisation owner on owner.id = ${owner}::uuid join organisation top on top.id = ${organisation}::uuid
          join organisation u on u.path <@ top.path and u.path <@ owner.path and u.kind = any(d.filled_by) and u.id <> top.id
          left join submission s on s.period = ${id}::uuid and s.organisation = u.id
          where d.id = ${dataSet}::uuid and (not u.closed or s.id is not null) order by u.name, u.id limit ${mostInCountySheet}`,
    );
    const among = units[0]?.among ?? 0;
    assertThat(among <= mostInCountySheet, CountySheetTooLarge, { units: among, most: mostInCountySheet });
    const { number, sections, indicators, authority, dataSet: collected } = around!;
    return {
      mark: { form, formNumber: number, period: id, organisation },
      dataSet: collected,
      period: name,
      authority,
      indicators: [undefined, ...sections.map(({ code }) => code)].flatMap((section) =>
        indicators.filter((one) => one.section === section),
      ),
      units,
    };
  }
}

export const nameOf = ({ dataSet, period, authority }: CountySheet): string => `${dataSet}-${period}-${authority}-汇总表`;
