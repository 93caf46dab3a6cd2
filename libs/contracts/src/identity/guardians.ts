import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { LifeCycle } from '../life-cycle.js';
import { Day, Id, Instant, itemShape, moves } from '../shapes/shapes.js';
import { PersonId } from './people.js';

/** 家庭关系代码, GB/T 4761, as far as a school meets them. */
export const guardianRelations = {
  '51': '父亲',
  '52': '母亲',
  '57': '继父或养父',
  '58': '继母或养母',
  '61': '祖父',
  '62': '祖母',
  '63': '外祖父',
  '64': '外祖母',
  '70': '兄弟姐妹',
  '97': '其他亲属',
  '99': '非亲属',
} as const;
const relationCodes = Object.keys(guardianRelations) as [keyof typeof guardianRelations, ...(keyof typeof guardianRelations)[]];
export const GuardianRelation = z.enum(relationCodes).describe(
  `与学生关系码 relation to the pupil: ${Object.entries(guardianRelations)
    .map(([code, zh]) => `${code} ${zh}`)
    .join('、')}`,
);

const binders = ['schoolAdmin', 'rollManager', 'homeroomTeacher'] as const;

/** 发出 → 认领 → 确认；or refused, or revoked. What is not claimed within a fortnight can no longer be. */
export const invitationLife = new LifeCycle({
  claim: { from: ['offered'], to: 'claimed' },
  confirm: { from: ['claimed'], to: 'confirmed', by: binders },
  refuse: { from: ['claimed'], to: 'refused', by: binders },
  revoke: { from: ['offered', 'claimed'], to: 'revoked', by: [...binders, 'guardian'] },
});
export const InvitationState = z
  .enum(['offered', 'claimed', 'confirmed', 'refused', 'revoked'])
  .describe('状态：已发出、已认领、已确认、未通过、已撤回 state');

export const GuardianInvitation = z
  .object({
    ...itemShape,
    organisation: Id.describe('学校标识 id of the school'),
    pupil: Id.describe('学生标识 id of the pupil'),
    pupilName: z.string().describe('学生姓名，默认脱敏 name of the pupil; masked unless the caller may read it'),
    state: InvitationState,
    expired: z.boolean().describe('邀请码是否已过期 whether the code can no longer be used'),
    expiresAt: Instant.describe('邀请码有效期至 until when the code can be used'),
    invitedBy: z.enum(['school', 'guardian']).describe('邀请方：学校、已有家长 who invited'),
    claimant: Id.nullable().describe('认领人标识 who claims to be a guardian'),
    claimantName: z.string().nullable().describe('认领人姓名，默认脱敏 name of the claimant; masked unless the caller may read it'),
    relation: GuardianRelation.nullable(),
    claimedAt: Instant.nullable().describe('认领时间 when it was claimed'),
    reason: z.string().nullable().describe('未通过原因 why it was refused'),
    post: Id.nullable().describe('家长岗位标识 the guardian’s post, once confirmed'),
    moves: moves(['claim', 'confirm', 'refuse', 'revoke']),
  })
  .meta({ id: 'GuardianInvitation' });

export const InvitationWithCode = GuardianInvitation.extend({
  code: z.string().describe('邀请码，只显示一次 one-time code, shown once'),
}).meta({ id: 'InvitationWithCode' });

/** What a claimant hears: enough to know that it was the right slip of paper. */
export const GuardianClaim = z
  .object({
    id: Id.describe('邀请标识 id of the invitation'),
    organisationName: z.string().describe('学校名称 name of the school'),
    pupilName: z.string().describe('学生姓名，脱敏 name of the pupil, masked'),
    state: InvitationState,
  })
  .meta({ id: 'GuardianClaim' });

export const GuardianOfPupil = z
  .object({
    post: Id.describe('家长岗位标识 id of the guardian’s post'),
    person: PersonId,
    name: z.string().describe('姓名，默认脱敏 name; masked unless the caller may read it'),
    masked: z.boolean().describe('姓名是否脱敏 whether the name is masked'),
    relation: GuardianRelation.nullable(),
    organisation: Id.describe('学校标识 id of the school where they are bound'),
    since: Day.describe('起始日期 first day'),
  })
  .meta({ id: 'GuardianOfPupil' });

export const InvitationFact = z.object({ id: Id, version: z.int(), organisation: Id, pupil: Id, state: InvitationState });
export const invitationFacts = facts('identity', 'guardian_invitation', InvitationFact, {
  offered: '监护邀请已发出 A guardian invitation was offered',
  claimed: '监护邀请已认领 A guardian invitation was claimed',
  confirmed: '监护关系已确认 A guardian was confirmed by the school',
  refused: '监护关系未通过 A guardian was refused by the school',
  revoked: '监护邀请已撤回 A guardian invitation was revoked',
  moved: '监护邀请已随合并转入 A guardian invitation passed over in a merger',
});

export const InvitationUnknown = refusal('invitation.unknown', 404, { zh: '邀请码不正确或不存在', en: 'No such invitation' });
export const InvitationExpired = refusal('invitation.expired', 409, { zh: '邀请码已过期', en: 'This code has expired' });
export const InvitationsMany = refusal('invitation.too_many', 409, {
  zh: '该学生尚有多份未了结的邀请',
  en: 'This pupil has several open invitations already',
});
export const InvitationOwn = refusal('invitation.own', 409, { zh: '不能认领或确认与本人有关的邀请', en: 'Not for oneself' });
export const PupilNotInYourClass = refusal('pupil.not_your_class', 409, {
  zh: '该学生不在您任教的班级',
  en: 'This pupil is not in a class of yours',
});
export const GuardianUnknown = refusal('guardian.unknown', 404, { zh: '找不到该监护关系', en: 'No such guardian of this pupil' });
