import { Inject, Injectable } from '@nestjs/common';
import {
  dayInBeijing,
  FormNotFound,
  SubmissionNotFound,
  type Call,
  type Indicator,
  type Paper,
  type Section,
  type SubmissionState,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Form } from '../collecting/form.entity.js';
import { Submission } from '../submissions/submission.entity.js';
import { formPaper } from './form-paper.js';

interface Surroundings {
  readonly name: string;
  readonly filled_by: string;
  readonly reviewer: string | null;
  readonly data_set: string;
  readonly period: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly number: number;
  readonly sections: Section[];
  readonly indicators: Indicator[];
}

/** What stands above a form that is not finished, so that a draft is never taken for the real one. */
const marks: Readonly<Record<SubmissionState, string | null>> = {
  draft: '草稿，未提交',
  submitted: '已提交，待审核',
  returned: '已退回，待修改',
  approved: null,
};

/** Forms on paper, filled in or empty. */
@Injectable()
export class Printing {
  constructor(@Inject(Store) private readonly store: Store) {}

  async submission(id: string, call: Call): Promise<Paper> {
    const submission = await this.store.one(Submission, id, call, SubmissionNotFound);
    const around = await this.around(submission);
    const { values, computed, status, round, reasons, note, submittedAt, sealedOn, remarks, warnings, attachments } = submission;
    const nameOf = (field: string) => around.indicators.find(({ code }) => code === field)?.name ?? field;
    return formPaper({
      title: around.data_set,
      mark: marks[status],
      fields: [
        { label: '填报单位', value: around.name },
        { label: '填报期', value: around.period },
        ...(around.filled_by === around.name ? [] : [{ label: '代填单位', value: around.filled_by }]),
        { label: '数据时段', value: `${around.first_day} 至 ${around.last_day}` },
        { label: '轮次', value: `第${round}轮` },
        { label: '提交日期', value: submittedAt ? dayInBeijing(submittedAt) : '' },
        { label: '审核单位', value: around.reviewer ?? '' },
        { label: '盖章件', value: sealedOn === null ? '未收到' : `${sealedOn} 收到` },
        { label: '表单版本', value: `第${around.number}版` },
      ],
      sections: around.sections,
      indicators: around.indicators,
      values: { ...values, ...computed },
      notes: [
        { heading: '校验提示：', lines: warnings.map(({ field, words }) => `${nameOf(field)}：${words}`) },
        { heading: '填报说明：', lines: Object.entries(remarks).map(([field, said]) => `${nameOf(field)}：${said}`) },
        { heading: '附件：', lines: attachments.map(({ name }, at) => `${at + 1}. ${name}`) },
        {
          heading: '审核意见：',
          lines: [...reasons.map(({ field, reason }) => `${nameOf(field)}：${reason}`), ...(note === null ? [] : [note])],
        },
      ],
      signatories: submission.signatories,
    });
  }

  async emptyForm(id: string, call: Call): Promise<Paper> {
    const { number, sections, indicators, dataSet } = await this.store.one(Form, id, call, FormNotFound);
    const [named] = await this.store.read<{ name: string }>(sql`select name from data_set where id = ${dataSet}`);
    const fields = ['填报单位', '填报期'].map((label) => ({ label, value: '' }));
    return formPaper({
      title: named!.name,
      mark: null,
      fields: [...fields, { label: '表单版本', value: `第${number}版` }],
      sections,
      indicators,
      notes: [],
    });
  }

  /** Period, form and names around a submission that the caller has been found to meet. */
  private async around({ organisation, filledBy, reviewer, period }: Submission): Promise<Surroundings> {
    const [row] = await this.store.read<Surroundings>(
      sql`select o.name, b.name as filled_by, r.name as reviewer, d.name as data_set, p.name as period,
            p.first_day::text, p.last_day::text, f.number, f.sections, f.indicators
          from period p join data_set d on d.id = p.data_set join form f on f.id = p.form join organisation o on o.id = ${organisation}
          left join organisation b on b.id = ${filledBy} left join organisation r on r.id = ${reviewer} where p.id = ${period}`,
    );
    return row!;
  }
}
