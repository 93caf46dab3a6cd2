import type { Language } from '../../problems/language.js';

const zh = {
  byClass: '一至三年级：用班级码登录',
  classCode: '你是哪个班的？',
  classCodeLine: '请输入老师给的班级码，一共 6 个字。',
  classCodeLabel: '班级码',
  classCodeMissing: '请输入班级码',
  classCodeWrong: '没有找到这个班。请看一看纸条，再输一次，或者问问老师。',
  whichPicture: '哪个是你的图案？',
  whichPictureLine: '点一点你的图案。',
  otherClass: '不是我们班',
  pin: '输入你的数字密码',
  pinLabel: '4 个数字',
  pinMissing: '请输入 4 个数字',
  pinWrong: '数字不对，再想一想。忘记了就问老师。',
  tooOften: (seconds: number) => `试得太多了，请等 ${seconds} 秒再试。`,
  classTrouble: '再试一次',
  goIn: '进去',
  otherPicture: '这不是我，重新选',
  qr: '这是你吗？',
  qrLine: (picture: string) => `老师的二维码是给“${picture}”的。`,
  qrYes: '是我，进去',
  qrNo: '不是我',
  qrTaken: '二维码收到了',
  qrTakenLine: '现在打开你要用的应用，点“登录”，马上就能进去。请在两分钟内打开。',
  qrOver: '二维码用不了了',
  qrOverLine: '它已经用过，或者过了两分钟。请老师再出示一个。',
};

type Words = typeof zh;

const en: Words = {
  byClass: 'Grades 1 to 3: sign in with a class code',
  classCode: 'Which class are you in?',
  classCodeLine: 'Type the class code from your teacher. It has 6 signs.',
  classCodeLabel: 'Class code',
  classCodeMissing: 'Please type the class code',
  classCodeWrong: 'There is no such class. Look at your slip and try again, or ask your teacher.',
  whichPicture: 'Which picture is yours?',
  whichPictureLine: 'Tap your picture.',
  otherClass: 'This is not my class',
  pin: 'Type your PIN',
  pinLabel: '4 digits',
  pinMissing: 'Please type 4 digits',
  pinWrong: 'That is not right. Think again, or ask your teacher.',
  tooOften: (seconds) => `Too many tries. Wait ${seconds} seconds and try again.`,
  classTrouble: 'Try again',
  goIn: 'Go in',
  otherPicture: 'That is not me',
  qr: 'Is this you?',
  qrLine: (picture) => `Your teacher’s QR code is for “${picture}”.`,
  qrYes: 'Yes, go in',
  qrNo: 'No',
  qrTaken: 'The QR code is read',
  qrTakenLine: 'Now open your app and sign in there: it lets you in at once. Do so within two minutes.',
  qrOver: 'This QR code is over',
  qrOverLine: 'It was used, or two minutes have passed. Ask your teacher for another.',
};

/** What children of seven read: short, and said to them. */
export const classWords: Readonly<Record<Language, Words>> = { zh, en };
