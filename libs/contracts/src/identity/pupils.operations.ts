import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators } from '../roles.js';
import { Day, Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { Grade, Stage } from '../shapes/teaching.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import { PersonClosed, PersonId, PersonMerged, PersonUnknown, PostHeld, PostMisplaced, PostNotGrantable } from './people.js';
import {
  ClassUnfit,
  leavings,
  Movement,
  MovementTooEarly,
  Promotion,
  PromotionExceptions,
  PromotionNotYet,
  PromotionPreview,
  PupilElsewhere,
  PupilInClass,
  PupilNotOnLeave,
  PupilOnLeave,
  PupilUnknown,
} from './pupils.js';

const keepers = [...administrators, 'rollManager'] as const;
const params = z.object({ organisationId: Id.describe('学校标识 id of the school') });
const ofPupil = params.extend({ personId: PersonId });
const on = Day.optional().describe('异动日期，默认今天 the day it holds from; today unless said');
const intoClass = Id.describe('行政班标识 id of the class');
const reason = text(200).optional().describe('原因 reason');
const failures = [OrganisationUnknown, PupilUnknown, PersonMerged, MovementTooEarly];

const grade = {
  schoolYear: z.coerce.number().int().min(2000).max(2100).describe('升入的学年，2026 指 2026—2027 学年 the school year that begins'),
  grade: z.coerce.number().pipe(Grade).describe('升级前的年级 1–12 the grade as it was'),
};
const exceptions = z
  .array(z.strictObject({ person: PersonId, class: Id.describe('留在本年级的新班级 the class they repeat the grade in') }))
  .max(100)
  .default([])
  .describe('留级学生 pupils who repeat the grade');
const graduation = z
  .boolean()
  .optional()
  .describe('是否毕业；默认六、九、十二年级毕业 whether the grade leaves; unless said, the sixth, ninth and twelfth do');

export const pupilOperations = {
  enterPupil: operation('post', '/organisations/:organisationId/pupils', {
    summary: '学生入学 Enter a pupil on the roll',
    description:
      '已离校的学生可再次入学；毕业生由上级在其新学校办理。 One who left may enter again; a graduate is entered at the next school by an authority above both.',
    scope: 'identity.write',
    permits: keepers,
    params,
    body: z.strictObject({ person: PersonId, class: intoClass.optional(), on }),
    returns: item(Movement),
    fails: [
      OrganisationUnknown,
      OrganisationClosed,
      PersonUnknown,
      PersonMerged,
      PersonClosed,
      PostHeld,
      PostMisplaced,
      PostNotGrantable,
      PupilElsewhere,
      ClassUnfit,
    ],
  }),

  changePupilClass: operation('post', '/organisations/:organisationId/pupils/:personId/change-class', {
    summary: '转班 Move a pupil to another class',
    scope: 'identity.write',
    permits: keepers,
    params: ofPupil,
    body: z.strictObject({ class: intoClass, on, reason }),
    returns: item(Movement),
    fails: [...failures, ClassUnfit, PupilInClass, PupilOnLeave],
  }),

  suspendPupil: operation('post', '/organisations/:organisationId/pupils/:personId/suspend', {
    summary: '休学 Let a pupil go on leave',
    scope: 'identity.write',
    permits: keepers,
    params: ofPupil,
    body: z.strictObject({ on, reason }),
    returns: item(Movement),
    fails: [...failures, PupilOnLeave],
  }),

  resumePupil: operation('post', '/organisations/:organisationId/pupils/:personId/resume', {
    summary: '复学 Bring a pupil back from leave',
    scope: 'identity.write',
    permits: keepers,
    params: ofPupil,
    body: z.strictObject({ class: intoClass, on, reason }),
    returns: item(Movement),
    fails: [...failures, ClassUnfit, PupilNotOnLeave],
  }),

  leaveSchool: operation('post', '/organisations/:organisationId/pupils/:personId/leave', {
    summary: '学生离校 Let a pupil leave the school',
    description: '毕业、结业、退学、流失或死亡；在班记录、学生与家长岗位随之结束。 Enrolments and the posts of pupil and guardians end.',
    scope: 'identity.write',
    permits: keepers,
    params: ofPupil,
    body: z.strictObject({ as: z.enum(leavings).describe('离校类别 the way of leaving'), on, reason }),
    returns: item(Movement),
    fails: failures,
  }),

  movementsOfPupil: operation('get', '/people/:personId/movements', {
    summary: '学生的异动记录 List the movements of a pupil',
    scope: 'identity.read',
    permits: [...keepers, 'homeroomTeacher', 'pupil', 'guardian'],
    params: z.object({ personId: PersonId }),
    query: z.object(paging),
    returns: page(Movement),
    fails: [PersonUnknown, PersonMerged],
  }),

  movementsOfSchool: operation('get', '/organisations/:organisationId/movements', {
    summary: '学校的异动台账 List the movements at a school',
    scope: 'identity.read',
    permits: keepers,
    params,
    query: z.object({ kind: Movement.shape.kind.optional(), ...paging }),
    returns: page(Movement),
    fails: [OrganisationUnknown],
  }),

  previewPromotion: operation('post', '/organisations/:organisationId/promotions/preview', {
    summary: '预览年级升级 Preview the promotion of a grade',
    scope: 'identity.read',
    permits: keepers,
    params,
    body: z.strictObject({ ...grade, stage: Stage.optional(), graduation, exceptions }),
    returns: value(PromotionPreview),
    fails: [OrganisationUnknown],
  }),

  promoteGrade: operation('post', '/organisations/:organisationId/promotions', {
    summary: '年级升级 Promote a whole grade',
    description:
      '班级保持不变而升入上一年级，毕业年级离校。按班分批完成，中断后重发即可续完；同一年级同一学年再次升级不产生变更。 ' +
      'Classes stay who they are and move up; a leaving grade leaves. Done class by class: cut off, it is finished by sending it again; the same grade and school year again change nothing.',
    scope: 'identity.write',
    permits: keepers,
    params,
    body: z.strictObject({ ...grade, stage: Stage.optional(), graduation, exceptions }),
    returns: item(Promotion),
    fails: [OrganisationUnknown, OrganisationClosed, PromotionNotYet, PromotionExceptions],
  }),
};
