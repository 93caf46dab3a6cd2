import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, moves } from '../shapes/shapes.js';

export const transferStates = ['requested', 'released', 'refused', 'accepted', 'cancelled'] as const;
export type TransferState = (typeof transferStates)[number];
export const transferMoves = ['release', 'refuse', 'accept', 'cancel'] as const;
export type TransferMove = (typeof transferMoves)[number];

/** 转学: 接收学校申请 → 转出学校同意或不同意 → 接收学校接收. */
export const transferLife = new LifeCycle<TransferState, TransferMove>({
  release: { from: ['requested'], to: 'released' },
  refuse: { from: ['requested'], to: 'refused' },
  accept: { from: ['released'], to: 'accepted' },
  cancel: { from: ['requested', 'released'], to: 'cancelled' },
});

/** Which school makes which move. */
export const releasingMoves: readonly TransferMove[] = ['release', 'refuse'];

export const Transfer = z
  .object({
    ...itemShape,
    organisation: Id.describe('接收学校标识 id of the receiving school'),
    organisationName: z.string().describe('接收学校名称 its name'),
    from: Id.describe('转出学校标识 id of the releasing school'),
    fromName: z.string().describe('转出学校名称 its name'),
    person: Id.describe('学生标识 id of the pupil'),
    name: z
      .string()
      .describe(
        '姓名；接收前对接收学校脱敏，接收后对转出学校脱敏 name; masked for the receiving school until it accepts, for the releasing one from then on',
      ),
    masked: z.boolean().describe('姓名是否脱敏 whether the name is masked'),
    class: Id.nullable().describe('拟入班级 class to enter'),
    status: z.enum(transferStates).describe('状态 state'),
    reason: z.string().describe('转学原因 reason'),
    refusal: z.string().nullable().describe('不同意的理由 why it was refused'),
    decidedAt: Instant.nullable().describe('最近一次办理时间 when it last moved on'),
    moves: moves(transferMoves),
  })
  .meta({ id: 'Transfer' });

/** Says who moves between which schools, in no words. */
export const TransferFact = Transfer.pick({ id: true, version: true, organisation: true, from: true, person: true, status: true });
export const transferFacts = facts('identity', 'transfer', TransferFact, {
  requested: '转学已申请 A transfer was requested',
  released: '转出学校已同意 A transfer was released',
  refused: '转出学校不同意 A transfer was refused',
  accepted: '接收学校已接收 A transfer was accepted',
  cancelled: '转学已取消 A transfer was cancelled',
  moved: '转学已随学校合并转入 A transfer passed over in a merger of schools',
});

export const TransferUnknown = refusal('transfer.unknown', 404, { zh: '找不到该转学申请', en: 'No such transfer' });
export const TransferOpen = refusal('transfer.open', 409, { zh: '该学生已有办理中的转学', en: 'A transfer of this pupil is under way' });
export const TransferNotYours = refusal('transfer.not_yours', 409, {
  zh: '此步骤由另一所学校办理',
  en: 'This step is the other school’s',
});
export const TransferSame = refusal('transfer.same_school', 409, { zh: '该学生已在本校', en: 'The pupil is at this school' });
export const TransferPupilUnknown = refusal('transfer.pupil_unknown', 404, {
  zh: '没有姓名与号码相符的在籍学生',
  en: 'No pupil on a roll has this name and number',
});
export const TransferPupilGone = refusal('transfer.pupil_gone', 409, {
  zh: '该学生已不在转出学校',
  en: 'The pupil is no longer at the releasing school',
});
