import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, text, value } from '../shapes/shapes.js';
import {
  ClassCodeRefused,
  ClassGradeTooHigh,
  ClassNotYours,
  ClassPicturesGone,
  ClassSheet,
  Picture,
  PupilNotInClass,
  PupilQrRefused,
  PupilSignInQr,
} from './class-sign-in.js';
import { SignInLocked, SignInRefused } from './internal.js';
import { ClassEnded, ClassUnknown } from './rosters.js';

const keepers = ['homeroomTeacher', 'schoolAdmin'] as const;
const params = z.object({ classId: Id.describe('班级标识 id of the class') });
const person = Id.describe('学生标识 id of the pupil');
const fails = [ClassUnknown, ClassEnded, ClassNotYours, ClassGradeTooHigh] as const;

/** Grades 1 to 3 sign in by class code, picture and PIN, or by the teacher’s QR code; never by 学籍号. */
export const classSignInOperations = {
  setClassSignInCode: operation('post', '/classes/:classId/sign-in-code', {
    summary: '设置或更换班级码 Give a class a new sign-in code',
    description:
      '原班级码随即失效；还没有图案的学生得到图案与四位数字，数字只显示这一次，可打印剪开发给学生。 The old code ends at once. Pupils without a picture get one, and a PIN that is shown this once: print it and cut it into slips.',
    scope: 'identity.write',
    permits: keepers,
    params,
    body: z.strictObject({
      pins: z.enum(['missing', 'all']).default('missing').describe('为尚无的学生设置，或全部重设 for pupils without one, or anew for all'),
    }),
    returns: value(ClassSheet),
    fails: [...fails, ClassPicturesGone],
  }),

  classSignInSheet: operation('get', '/classes/:classId/sign-in-sheet', {
    summary: '班级登录单 Read the sign-in sheet of a class',
    description: '班级码与每个学生的图案，供打印；不含数字密码。 The code and each pupil’s picture, to be printed; without PINs.',
    scope: 'identity.read',
    permits: keepers,
    params,
    returns: value(ClassSheet),
    fails,
  }),

  resetPupilPin: operation('post', '/classes/:classId/sign-in-pins', {
    summary: '重设学生的数字密码 Set a pupil’s PIN anew',
    description: '学生随即退出登录；新数字只显示这一次。 The pupil is signed out; the new PIN is shown this once.',
    scope: 'identity.write',
    permits: keepers,
    params,
    body: z.strictObject({ person }),
    returns: value(ClassSheet.shape.pupils.element),
    fails: [...fails, PupilNotInClass, ClassPicturesGone],
  }),

  showPupilSignInQr: operation('post', '/classes/:classId/sign-in-qr', {
    summary: '出示学生登录二维码 Show a QR code that signs a pupil in',
    description: '两分钟内有效，只能用一次。 It holds for two minutes and for one use.',
    scope: 'identity.write',
    permits: keepers,
    params,
    body: z.strictObject({ person }),
    returns: value(PupilSignInQr),
    fails: [...fails, PupilNotInClass, ClassPicturesGone],
  }),

  /** What a stranger with the code sees: pictures, no names. */
  picturesOfClass: operation('post', '/internal/pictures-of-class', {
    summary: '班级码对应的图案 Pictures behind a class code',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ code: text(40) }),
    returns: value(z.object({ class: Id, pictures: z.array(Picture) })),
    fails: [ClassCodeRefused],
  }),

  signInByPicture: operation('post', '/internal/sign-in-by-picture', {
    summary: '以图案与数字密码登录 Sign in by picture and PIN',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ code: text(40), picture: text(30), pin: text(20), address: text(100).optional() }),
    returns: value(z.object({ person: Id })),
    fails: [SignInRefused, SignInLocked],
  }),

  /** Whose it is, as a picture, while it holds; it is not used up by looking. */
  pictureAtQr: operation('post', '/internal/picture-at-qr', {
    summary: '二维码对应的图案 Picture behind a QR code',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ token: text(100) }),
    returns: value(z.object({ picture: Picture })),
    fails: [PupilQrRefused],
  }),

  signInByQr: operation('post', '/internal/sign-in-by-qr', {
    summary: '以二维码登录 Sign in by a teacher’s QR code',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ token: text(100) }),
    returns: value(z.object({ person: Id })),
    fails: [PupilQrRefused],
  }),
};
