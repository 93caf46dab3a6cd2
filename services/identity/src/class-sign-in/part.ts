import type { Part } from '@lianxue/persistence';
import { ArrangingClassSignIn } from './arranging.js';
import { ClassSignIn } from './class-sign-in.entity.js';
import { ClassSignInHandlers } from './class-sign-in.handlers.js';
import { PupilPin } from './pupil-pin.entity.js';
import { SigningInByPicture } from './signing-in-by-picture.js';
import { YoungClasses } from './young-classes.js';

/** Signing in of grades 1 to 3 班级码登录. */
export const classSignIn: Part = {
  entities: [ClassSignIn, PupilPin],
  rules: [YoungClasses, ArrangingClassSignIn, SigningInByPicture],
  handlers: [ClassSignInHandlers],
};
