import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, itemShape } from '../shapes/shapes.js';
import { Grade, Stage } from '../shapes/teaching.js';

/** 学籍异动类别, and the 学生当前状态 (JY/T) that each leaves a pupil in. */
export const movementKinds = {
  entry: { zh: '入学', status: '01' },
  reentry: { zh: '再次入学', status: '01' },
  transferIn: { zh: '转入', status: '01' },
  classChange: { zh: '转班', status: '01' },
  promotion: { zh: '升级', status: '01' },
  repetition: { zh: '留级', status: '01' },
  suspension: { zh: '休学', status: '02' },
  resumption: { zh: '复学', status: '01' },
  transferOut: { zh: '转出', status: '10' },
  graduation: { zh: '毕业', status: '07' },
  completion: { zh: '结业', status: '08' },
  withdrawal: { zh: '退学', status: '03' },
  drift: { zh: '流失', status: '06' },
  death: { zh: '死亡', status: '11' },
  departure: { zh: '离校', status: '99' },
} as const;
export type MovementCode = keyof typeof movementKinds;
const kinds = Object.keys(movementKinds) as [MovementCode, ...MovementCode[]];

/** The ways in which a pupil leaves a school for none other. */
export const leavings = ['graduation', 'completion', 'withdrawal', 'drift', 'death'] as const satisfies readonly MovementCode[];

export const PupilStatus = z
  .enum(['01', '02', '03', '06', '07', '08', '10', '11', '99'])
  .describe(
    '学生当前状态码：01 在读、02 休学、03 退学、06 流失、07 毕业、08 结业、10 转出、11 死亡、99 离校而名单未说去向 state of the pupil; 99 has left and the roster does not say how',
  );

/** One line of the ledger 学籍异动; lines are added and never changed. */
export const Movement = z
  .object({
    ...itemShape,
    organisation: Id.describe('学校标识 id of the school'),
    person: Id.describe('学生标识 id of the pupil'),
    kind: z.enum(kinds).describe('异动类别 kind of movement'),
    on: Day.describe('异动日期 the day it holds from'),
    status: PupilStatus,
    fromClass: Id.nullable().describe('原班级 class left'),
    toClass: Id.nullable().describe('新班级 class entered'),
    fromGrade: Grade.nullable().describe('原年级 grade left'),
    toGrade: Grade.nullable().describe('新年级 grade entered'),
    other: Id.nullable().describe('转学的另一所学校 the other school of a transfer'),
    reason: z.string().nullable().describe('原因 reason'),
  })
  .meta({ id: 'Movement' });

/** Says what moved, not why. */
export const MovementFact = Movement.omit({ reason: true, createdAt: true, updatedAt: true });
export const movementFacts = facts('identity', 'movement', MovementFact, {
  recorded: '学籍异动已记录 A movement of a pupil was recorded',
  corrected: '异动记录随人员合并改挂 A movement followed a merged person',
});

/** What promoting a grade does, counted; of a preview what it would do. */
const counts = {
  classes: z.int().describe('升级的班级数 classes that move up'),
  promoted: z.int().describe('升级学生数 pupils who move up with their class'),
  repeated: z.int().describe('留级学生数 pupils who stay in the grade'),
  graduated: z.int().describe('毕业学生数 pupils who graduate'),
  suspended: z.int().describe('休学学生数，不升级 pupils on leave, who do not move up'),
};
const grade = {
  organisation: Id.describe('学校标识 id of the school'),
  schoolYear: z.int().describe('升入的学年，2026 指 2026—2027 学年 the school year that begins'),
  grade: Grade,
  stage: Stage.nullable(),
  graduation: z.boolean().describe('是否毕业年级 whether the grade leaves'),
};

export const PromotionPreview = z
  .object({
    ...grade,
    ...counts,
    done: z.int().describe('本学年已升级的班级数 classes that have moved up already'),
    problems: z
      .array(z.object({ person: Id.describe('学生标识 id'), code: z.enum(['pupil.not_in_grade', 'class.unfit']).describe('问题 problem') }))
      .describe('不成立的留级安排 exceptions that cannot be'),
  })
  .meta({ id: 'PromotionPreview' });

export const Promotion = z
  .object({ ...itemShape, ...grade, ...counts, finished: z.boolean().describe('是否已全部完成 whether every class has moved') })
  .meta({ id: 'Promotion' });

export const PromotionFact = Promotion.omit({ createdAt: true, updatedAt: true });
export const promotionFacts = facts('identity', 'promotion', PromotionFact, {
  begun: '年级升级已开始 The promotion of a grade has begun',
  continued: '年级升级有进展 The promotion of a grade went on',
});

export const PupilUnknown = refusal('pupil.unknown', 404, { zh: '该校没有这名学生', en: 'No such pupil at this school' });
export const PupilElsewhere = refusal('pupil.elsewhere', 409, {
  zh: '该学生在另一所学校在籍，请办理转学',
  en: 'The pupil is on the roll of another school; a transfer brings them here',
});
export const PupilOnLeave = refusal('pupil.on_leave', 409, { zh: '该学生正在休学', en: 'The pupil is on leave' });
export const PupilNotOnLeave = refusal('pupil.not_on_leave', 409, { zh: '该学生没有休学', en: 'The pupil is not on leave' });
export const PupilInClass = refusal('pupil.in_class', 409, { zh: '该学生已在该班级', en: 'The pupil is in this class already' });
export const ClassUnfit = refusal('class.unfit', 409, {
  zh: '须为本校未结束的行政班',
  en: 'It must be a class of this school, of its own and not ended',
});
export const MovementTooEarly = refusal('movement.not_yet', 409, {
  zh: '异动日期不能晚于今天',
  en: 'What has not happened yet is not recorded',
});
export const PromotionNotYet = refusal(
  'promotion.not_yet',
  409,
  { zh: '{from} 起方可升级', en: 'Grades move up from {from} on' },
  z.strictObject({ from: z.string() }),
);
export const PromotionExceptions = refusal(
  'promotion.exceptions',
  409,
  { zh: '有不成立的留级安排', en: 'Some exceptions cannot be' },
  z.strictObject({ problems: PromotionPreview.shape.problems }),
);
