import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { LifeCycle } from '../life-cycle.js';
import { Day, Id, itemShape, moves, text } from '../shapes/shapes.js';
import { PersonId } from './people.js';

/** What a line of a staff file tells, and its Chinese name. */
export const staffRecordKinds = {
  education: '学历',
  title: '职称',
  appointment: '任职',
  training: '培训',
  award: '获奖',
  research: '课题与论著',
  assessment: '考核',
} as const;

const kinds = Object.keys(staffRecordKinds) as [keyof typeof staffRecordKinds, ...(keyof typeof staffRecordKinds)[]];
export const StaffRecordKind = z.enum(kinds).describe('类别：学历、职称、任职、培训、获奖、课题与论著、考核 kind of line');

/** 待核 → 已核 or 退回; what was returned may be entered anew. */
export const staffRecordLife = new LifeCycle({
  confirm: { from: ['entered'], to: 'confirmed', by: ['schoolAdmin', 'systemAdmin'] },
  return: { from: ['entered'], to: 'returned', by: ['schoolAdmin', 'systemAdmin'] },
});

/** One line of the staff file 教师档案: what somebody did or was given, entered by the person or the school, confirmed by the school. */
export const StaffRecord = z
  .object({
    ...itemShape,
    person: PersonId,
    organisation: Id.describe('保管档案的组织 the organisation that keeps the file'),
    kind: StaffRecordKind,
    title: text(100).describe('名称，如「高级教师」「省级优质课一等奖」 what it is'),
    issuer: text(100).nullable().describe('授予或主办单位 who gave it or held it'),
    from: Day.describe('日期或起始日期 day, or first day'),
    to: Day.nullable().describe('结束日期 last day'),
    hours: z.int().min(0).max(10_000).nullable().describe('培训学时 hours of training'),
    state: z.enum(['entered', 'confirmed', 'returned']).describe('状态：待核、已核、退回 state'),
    reason: z.string().nullable().describe('退回原因 why it was returned'),
    moves: moves(['confirm', 'return']),
  })
  .meta({ id: 'StaffRecord' });

/** Says that a line exists and how it stands, not what it tells. */
export const StaffRecordFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  person: Id,
  kind: z.enum(kinds),
  state: z.enum(['entered', 'confirmed', 'returned']),
});
export const staffRecordFacts = facts('identity', 'staff_record', StaffRecordFact, {
  entered: '档案条目已录入 A line of a staff file was entered',
  confirmed: '档案条目已核实 A line of a staff file was confirmed',
  returned: '档案条目已退回 A line of a staff file was returned',
  moved: '档案条目已随合并转入 A line of a staff file passed over in a merger',
});

export const StaffRecordUnknown = refusal('staff_record.unknown', 404, { zh: '找不到该档案条目', en: 'No such line of a staff file' });
export const StaffRecordNotStaff = refusal('staff_record.not_staff', 409, {
  zh: '该人员没有教职工岗位，不建教师档案',
  en: 'This person holds no post of staff and has no staff file',
});
export const StaffRecordOwn = refusal('staff_record.own', 409, {
  zh: '本人不能核实自己的档案',
  en: 'Nobody confirms a line of their own file',
});
