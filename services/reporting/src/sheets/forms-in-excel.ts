import { SubmissionNotFound, type Call, type OrganisationKind } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Form } from '../collecting/form.entity.js';
import { askingOf } from '../submissions/asking.js';
import { lastPeriodsOf } from '../submissions/last-period.js';
import { Submission } from '../submissions/submission.entity.js';
import { formInExcel, type FormInExcel } from './form-in-excel.js';
import { SheetFiles } from './sheet-files.js';

interface Row extends Pick<Form, 'sections' | 'indicators'> {
  readonly form_number: number;
  readonly period_name: string;
  readonly data_set: string;
  readonly organisation_name: string;
  readonly kind: OrganisationKind;
}

/** Makes the form of a submission in Excel. */
@Injectable()
export class FormsInExcel {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(SheetFiles) private readonly files: SheetFiles,
  ) {}

  async make(submissionId: string, call: Call): Promise<{ id: string; name: string }> {
    const form = await this.of(await this.store.one(Submission, submissionId, call, SubmissionNotFound));
    return this.store.commit(call, async (work) => {
      const file = await this.files.keep(fileName(form), await formInExcel(form), call.caller);
      work.note('submission.sheet_made', submissionId, { file: file.id });
      return file;
    });
  }

  /** A submission the caller may meet, with all that its form shows. */
  async of(submission: Submission): Promise<FormInExcel> {
    const { id, version, organisation, period, form, values, computed } = submission;
    const [rows, last] = await Promise.all([
      this.store.read<Row>(
        sql`select f.number as form_number, f.sections, f.indicators, p.name as period_name, d.name as data_set, o.name as organisation_name, o.kind
          from period p join form f on f.id = ${form}::uuid join data_set d on d.id = p.data_set join organisation o on o.id = ${organisation}::uuid
          where p.id = ${period}::uuid`,
      ),
      lastPeriodsOf([submission], askingOf(this.store)),
    ]);
    const { form_number, period_name, data_set, organisation_name, kind, sections, indicators } = rows[0]!;
    return {
      mark: { form, formNumber: form_number, period, organisation, submission: id, version },
      dataSet: data_set,
      period: period_name,
      organisation: { name: organisation_name, kind },
      sections,
      indicators,
      values: { ...values, ...computed },
      last: last.get(id)?.values ?? {},
    };
  }
}

export const fileName = ({ dataSet, period, organisation }: FormInExcel): string => `${dataSet}-${period}-${organisation.name}`;
