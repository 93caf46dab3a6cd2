import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, FormContent, reporting, usualCalendar, type Caller } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Collecting } from './collecting.js';
import { dataSetView, formView } from './collecting.view.js';
import { Form } from './form.entity.js';

const named = (code: string) => ({ code, name: code, nameEn: code });
const content = {
  sections: [named('rooms')],
  indicators: [
    { ...named('classrooms'), type: 'integer', section: 'rooms', locked: true },
    { ...named('mm_classrooms'), type: 'integer', section: 'rooms', direction: 'higherBetter' },
    { ...named('mm_ratio'), type: 'percent', section: 'rooms', formula: 'mm_classrooms / classrooms * 100' },
    { ...named('student_count'), type: 'integer', prefill: 'pupils', filledBy: ['school'] },
  ],
};

/** Where a form does not make sense, and why. */
const faults = (form: unknown) => FormContent.safeParse(form).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);

describe('a form', () => {
  it('has sections, directions, computed and known indicators, and some that are asked of one kind only', () => {
    expect(FormContent.parse(content)).toMatchObject(content);
  });

  it('must make sense in itself, and says where it does not', () => {
    const [classrooms, mm, ratio, known] = content.indicators;
    const wrong = {
      sections: [named('rooms'), named('rooms')],
      indicators: [
        { ...classrooms, section: 'funds' },
        mm,
        { ...ratio, required: true },
        { ...known, formula: 'classrooms' },
        { ...named('remark'), type: 'text', formula: 'classrooms' },
      ],
    };
    expect(faults(wrong)).toEqual([
      'sections.0.code code.repeated',
      'indicators.0.section section.unknown',
      'indicators.2.required indicator.never_typed',
      'indicators.3.prefill indicator.two_sources',
      'indicators.4.formula indicator.needs_number',
    ]);
  });
});

describe('a calendar', () => {
  it('closes each level no earlier than the one below it', () => {
    const { school, county, city } = usualCalendar;
    const told = (calendar: unknown) => Calendar.safeParse(calendar).error?.issues.map(({ path }) => path.join('.'));
    expect(Calendar.parse({ kind: 'quarter', school: { opens: { day: -30 }, closes: { day: 0 } }, county, city })).toEqual(usualCalendar);
    expect(told({ ...usualCalendar, county: city, city: county })).toEqual(['city.closes']);
    expect(told({ ...usualCalendar, school: { opens: school.closes, closes: school.opens } })).toEqual(['school.closes']);
    expect(told({ ...usualCalendar, county: { ...county, opens: { day: 6 } } })).toEqual(['county.opens']);
  });
});

describe('collecting', () => {
  let room: Room;
  let city: Caller;

  beforeAll(async () => {
    room = await openRoom('reporting', { entities, migrations, providers: [Collecting] });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
  });
  afterAll(() => room.close());

  const define = (code: string, more: object = {}) =>
    room.get(Collecting).define(
      {
        organisation: room.region.city,
        code,
        name: '季度数据',
        nameEn: 'Quarterly',
        filledBy: ['school'],
        reviewedBy: 'nearest',
        form: FormContent.parse(content),
        ...more,
      },
      callOf(reporting.defineDataSet, city),
    );

  it('keeps how windows are counted, the usual way unless said', async () => {
    const monthly: Calendar = { ...usualCalendar, kind: 'month', shiftHolidays: true };
    expect(dataSetView(await define('quarterly')).calendar).toEqual(usualCalendar);
    expect(dataSetView(await define('monthly', { calendar: monthly })).calendar).toEqual(monthly);
  });

  it('reads forms on that were issued before there were sections', async () => {
    const { form } = await define('old');
    await room.query(`update form set indicators = '[{"code":"rooms","name":"教室","nameEn":"Rooms","type":"integer"}]' where id = $1`, [
      form,
    ]);
    await room.query('update form set sections = default where id = $1', [form]);
    const old = await room.query<Form>('select * from form where id = $1', [form]);
    const view = formView(Object.assign(new Form(), old[0], { createdAt: new Date(), updatedAt: new Date() }));
    expect(view).toMatchObject({ sections: [], indicators: [{ code: 'rooms' }] });
  });
});
