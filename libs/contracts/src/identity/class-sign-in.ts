import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant } from '../shapes/shapes.js';

/** The last grade whose pupils sign in by class code, picture and PIN: older ones can keep a password. */
export const lastGradeByPicture = 3;

const shapes = {
  star: { zh: '星星', en: 'star' },
  heart: { zh: '爱心', en: 'heart' },
  sun: { zh: '太阳', en: 'sun' },
  moon: { zh: '月亮', en: 'moon' },
  flower: { zh: '花朵', en: 'flower' },
  tree: { zh: '大树', en: 'tree' },
  house: { zh: '房子', en: 'house' },
  fish: { zh: '小鱼', en: 'fish' },
  boat: { zh: '小船', en: 'boat' },
  car: { zh: '汽车', en: 'car' },
  balloon: { zh: '气球', en: 'balloon' },
  umbrella: { zh: '雨伞', en: 'umbrella' },
  apple: { zh: '苹果', en: 'apple' },
  mushroom: { zh: '蘑菇', en: 'mushroom' },
  cup: { zh: '杯子', en: 'cup' },
  kite: { zh: '风筝', en: 'kite' },
  butterfly: { zh: '蝴蝶', en: 'butterfly' },
  cat: { zh: '小猫', en: 'cat' },
  ball: { zh: '皮球', en: 'ball' },
  leaf: { zh: '树叶', en: 'leaf' },
  cloud: { zh: '云朵', en: 'cloud' },
  key: { zh: '钥匙', en: 'key' },
  bell: { zh: '铃铛', en: 'bell' },
  hat: { zh: '帽子', en: 'hat' },
} as const;

/** Told apart by eyes that see no difference between red and green, too. */
const colours = { red: { zh: '红', en: 'red' }, blue: { zh: '蓝', en: 'blue' }, yellow: { zh: '黄', en: 'yellow' } } as const;

export type PictureShape = keyof typeof shapes;
export type PictureColour = keyof typeof colours;

/** A picture by which a pupil of the first grades is known in class, and what it is called. */
export interface PupilPicture {
  readonly key: string;
  readonly shape: PictureShape;
  readonly colour: PictureColour;
  readonly zh: string;
  readonly en: string;
}

const [shapeKeys, colourKeys] = [Object.keys(shapes) as PictureShape[], Object.keys(colours) as PictureColour[]];

/** 24 shapes in three colours; the first 24 are all of different shapes, and neighbours of different colours. */
export const pupilPictures: readonly PupilPicture[] = colourKeys.flatMap((_, round) =>
  shapeKeys.map((shape, index) => {
    const colour = colourKeys[(index + round) % colourKeys.length]!;
    const [zh, en] = [`${colours[colour].zh}${shapes[shape].zh}`, `${colours[colour].en} ${shapes[shape].en}`];
    return { key: `${colour}-${shape}`, shape, colour, zh, en };
  }),
);

export const Picture = z
  .string()
  .max(30)
  .describe('图案，如 red-star；图样见 /sign-in/pictures/<图案>.svg picture, drawn at /sign-in/pictures/<picture>.svg');

/** A line of the class sheet: cut into slips, one for each pupil. */
const PupilOnSheet = z.object({
  person: Id.describe('学生标识 id of the pupil'),
  name: z.string().describe('姓名 name'),
  picture: Picture.nullable().describe('图案；尚未分配为空 picture; null while there is none'),
  pictureName: z.string().nullable().describe('图案名称 what the picture is called'),
  pin: z.string().nullable().describe('四位数字；只在设置时显示一次 four digits; shown once, when they are set'),
});

export const ClassSheet = z
  .object({
    class: Id.describe('班级标识 id of the class'),
    title: z.string().describe('班级名称 title of the class'),
    code: z.string().nullable().describe('班级码；没有或已过期为空 class code; null when there is none, or no longer'),
    until: Instant.nullable().describe('班级码有效期至 until when the code holds'),
    pupils: z.array(PupilOnSheet).describe('学生 pupils'),
  })
  .meta({ id: 'ClassSheet' });

export const PupilSignInQr = z
  .object({
    token: z.string().describe('一次性凭据，两分钟内有效 a token for one use within two minutes'),
    url: z.string().describe('二维码所含网址，在平台来源之下 the address that the QR code holds, below the platform’s origin'),
    svg: z.string().describe('二维码图片的网址 address of the QR code as a picture'),
    until: Instant.describe('有效期至 until when it holds'),
  })
  .meta({ id: 'PupilSignInQr' });

export const ClassSignInFact = z.object({ id: Id, version: z.int(), organisation: Id, class: Id });
export const classSignInFacts = facts('identity', 'class_sign_in', ClassSignInFact, {
  opened: '班级码已设置 A class got a code to sign in by',
  changed: '班级码已更换 The code of a class was changed',
  moved: '班级码已随学校合并转入 The code of a class passed over in a merger of schools',
});

/** Says that a pupil may sign in by picture and PIN, neither which nor what. */
export const PupilPinFact = z.object({ id: Id, version: z.int(), organisation: Id, class: Id, person: Id });
export const pupilPinFacts = facts('identity', 'pupil_pin', PupilPinFact, {
  given: '学生的图案与数字密码已设置 A pupil got a picture and a PIN',
  changed: '学生的数字密码已重设 The PIN of a pupil was set anew',
  moved: '学生的图案与数字密码已随合并转入 The picture and PIN of a pupil passed over in a merger',
});

export const ClassNotYours = refusal('class.not_yours', 409, {
  zh: '您不是该班的班主任',
  en: 'You are not the homeroom teacher of this class',
});
export const ClassGradeTooHigh = refusal('class.grade_too_high', 409, {
  zh: '只有一至三年级的行政班可用班级码登录',
  en: 'Only homeroom classes of grades 1 to 3 sign in by class code',
});
export const ClassPicturesGone = refusal('class.pictures_gone', 409, {
  zh: '该班学生多于图案',
  en: 'The class has more pupils than there are pictures',
});
export const PupilNotInClass = refusal('pupil.not_in_class', 404, { zh: '该学生不在此班', en: 'This pupil is not in the class' });
export const ClassCodeRefused = refusal('class_code.refused', 401, {
  zh: '班级码不正确或已过期',
  en: 'The class code is not right or has expired',
});
export const PupilQrRefused = refusal('pupil_qr.refused', 401, { zh: '二维码已用过或已过期', en: 'The QR code was used or has expired' });
