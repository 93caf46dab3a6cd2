import {
  CLOCK,
  FormContent,
  reporting,
  type Caller,
  type InputOf,
  type Submission as SubmissionView,
  type Values,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import type { Period } from '../collecting/period.entity.js';
import { migrations } from '../migrations/index.js';
import { Ruling } from '../rules/ruling.js';
import { Trial } from '../rules/trial.js';
import { entities } from '../reporting.module.js';
import { Filling } from './filling.js';
import { Correcting } from './review/correcting.js';
import { Reviewing } from './review/reviewing.js';
import { Signing } from './signing.js';
import type { Submission } from './submission.entity.js';
import { viewsOf } from './views.js';
import { RollingUp } from '../figures/roll-up.js';

/** A form small enough to be read: two whole numbers, money, a percentage, a choice and a text. */
const form = FormContent.parse({
  indicators: [
    { code: 'classrooms', name: '普通教室数', nameEn: 'Classrooms', type: 'integer', required: true, min: 0 },
    { code: 'mm_classrooms', name: '网络多媒体教室数', nameEn: 'Multimedia classrooms', type: 'integer', required: true, min: 0 },
    { code: 'ict_budget', name: '信息化经费', nameEn: 'Budget', type: 'number', decimals: 2 },
    { code: 'db_done', name: '校舍库录入', nameEn: 'Database done', type: 'percent' },
    { code: 'access_mode', name: '接入方式', nameEn: 'Access', type: 'choice', options: [{ code: 'fibre', name: '光纤' }] },
    { code: 'remark', name: '说明', nameEn: 'Remark', type: 'text' },
  ],
  rules: [],
});

export const right = { classrooms: 30, mm_classrooms: 28, ict_budget: 0.1, remark: '张三填' };

/** Quarters of 2026: filled in until their last day, reviewed by counties five days longer and by the city ten. */
const quarters = {
  2: { firstDay: '2026-04-01', lastDay: '2026-06-30', opens: '2026-06-01', due: ['2026-06-30', '2026-07-05', '2026-07-10'] },
  3: { firstDay: '2026-07-01', lastDay: '2026-09-30', opens: '2026-09-01', due: ['2026-09-30', '2026-10-05', '2026-10-10'] },
} as const;

const endOf = (day: string | undefined) => `${day}T23:59:59+08:00`;

/** The rules of reporting in a small region, a clock one can set, and what people do in a quarter. */
export class Quarter {
  private constructor(
    readonly room: Room,
    private readonly clock: { at: Date },
  ) {}

  static async open(): Promise<Quarter> {
    const clock = { at: new Date(), now: () => clock.at };
    const providers = [Collecting, Filling, Reviewing, Correcting, Signing, RollingUp, Ruling, Trial, { provide: CLOCK, useValue: clock }];
    return new Quarter(await openRoom('reporting', { entities, migrations, providers }), clock);
  }

  /** Sets the clock to noon of this day in Beijing. */
  noonOf(day: string): void {
    this.clock.at = new Date(`${day}T12:00:00+08:00`);
  }

  /** Somebody who fills in at a school. */
  readonly at = (organisation: string): Caller => person({ role: 'schoolAdmin', organisation });
  get county(): Caller {
    return person({ role: 'countyReviewer', organisation: this.room.region.county });
  }
  get city(): Caller {
    return person({ role: 'cityReviewer', organisation: this.room.region.city });
  }

  /** A data set of the city. */
  async dataSet(reviewedBy: 'nearest' | 'everyLevel' = 'nearest'): Promise<string> {
    const code = `quarterly_${Math.random().toString(36).slice(2, 10)}`;
    const names = { code, name: '季度数据', nameEn: 'Quarterly' };
    const filledBy: InputOf<typeof reporting.defineDataSet>['filledBy'] = ['school', 'centralSchool'];
    const input = { organisation: this.room.region.city, ...names, filledBy, reviewedBy, form };
    return (await this.room.get(Collecting).define(input, callOf(reporting.defineDataSet, this.city))).id;
  }

  announce(dataSet: string, quarter: keyof typeof quarters = 3): Promise<Period> {
    const { opens, due, ...days } = quarters[quarter];
    const [school, county, city] = due;
    const windows = { opens: `${opens}T00:00:00+08:00`, due: { school: endOf(school), county: endOf(county), city: endOf(city) } };
    const named = { name: `2026年第${quarter}季度`, kind: 'quarter' as const };
    return this.room.get(Collecting).announce({ dataSet, ...named, ...days, ...windows }, callOf(reporting.announcePeriod, this.city));
  }

  begin({ id }: Period, by: Caller, values: Values = right): Promise<Submission> {
    const input = { periodId: id, organisation: by.organisation!, values };
    return this.room.get(Filling).begin(input, callOf(reporting.beginSubmission, by));
  }

  fillIn({ id, version }: Submission, values: Values, by: Caller): Promise<Submission> {
    return this.room.get(Filling).fillIn({ submissionId: id, values }, callOf(reporting.fillInSubmission, by, {}, { ifMatch: version }));
  }

  submit({ id }: Submission, by: Caller): Promise<Submission> {
    return this.room.get(Filling).submit({ submissionId: id }, callOf(reporting.submitSubmission, by));
  }

  async submitted(period: Period, by: Caller, values: Values = right): Promise<Submission> {
    return this.submit(await this.begin(period, by, values), by);
  }

  approve({ id }: Submission, by: Caller, more: { note?: string; onBehalf?: string } = {}): Promise<Submission> {
    return this.room.get(Reviewing).approve({ submissionId: id, ...more }, callOf(reporting.approveSubmission, by));
  }

  return(
    { id }: Submission,
    by: Caller,
    { to = 'school', field = 'classrooms', ...more }: { to?: 'school' | 'levelBelow'; field?: string; onBehalf?: string } = {},
  ): Promise<Submission> {
    const input = { submissionId: id, reasons: [{ field, reason: '与校舍库不一致' }], to, ...more };
    return this.room.get(Reviewing).return(input, callOf(reporting.returnSubmission, by));
  }

  /** As this caller sees it now. */
  async seen(submission: Submission, caller: Caller): Promise<SubmissionView> {
    const [view] = await viewsOf([submission], this.room.get(Store), { caller, language: 'zh' }, this.clock.at);
    return view!;
  }

  /** Its way so far, one word for each step. */
  async way({ id }: Submission): Promise<string[]> {
    const steps = await this.room.query<{ level: string; decision: string; round: number }>(
      'select level, decision, round from review_step where submission = $1 order by id',
      [id],
    );
    return steps.map(({ level, decision, round }) => `${round} ${level} ${decision}`);
  }

  /** What the summary of a period holds, by organisation and indicator. */
  summary({ id }: Period): Promise<{ organisation: string; indicator: string; total: string; units: number }[]> {
    return this.room.query('select organisation, indicator, total::text, units from summary where period = $1 order by 1, 2', [id]);
  }

  /** The facts of one submission, by what happened. */
  async told({ id }: Submission): Promise<string[]> {
    return (await this.room.facts()).filter(({ entity }) => entity === id).map(({ type }) => type.split('.').at(-1)!);
  }

  close(): Promise<void> {
    return this.room.close();
  }
}
