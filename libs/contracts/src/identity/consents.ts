import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { LifeCycle } from '../life-cycle.js';
import { Day, Id, Instant, itemShape, moves, text, Version } from '../shapes/shapes.js';
import { FieldProfile, type ClassifiedField } from './field-profiles.js';
import { PersonId } from './people.js';

/** What an app does with what it reads of pupils. */
export const dataPurposes = {
  teaching: '教学',
  evaluation: '评价',
  homeSchool: '家校沟通',
  attendance: '考勤',
  safety: '校园安全',
  recommendation: '个性化推荐',
  research: '教研与统计',
} as const;
export type DataPurposeName = keyof typeof dataPurposes;

/**
 * What each purpose covers of a pupil: data, and never more than the field profile an app is selected under. `results` says whether
 * marks are part of it.
 */
export const purposeCovers: Readonly<Record<DataPurposeName, { readonly fields: readonly ClassifiedField[]; readonly results: boolean }>> =
  {
    teaching: { fields: ['name', 'gender', 'birthMonth', 'pupilNumber'], results: true },
    evaluation: { fields: ['name', 'gender', 'birthMonth', 'pupilNumber'], results: true },
    homeSchool: { fields: ['name'], results: true },
    attendance: { fields: ['name', 'gender'], results: false },
    safety: { fields: ['name', 'gender'], results: false },
    recommendation: { fields: ['name', 'gender', 'birthMonth'], results: false },
    research: { fields: ['gender', 'birthMonth'], results: false },
  };

const purposeNames = Object.keys(dataPurposes) as [keyof typeof dataPurposes, ...(keyof typeof dataPurposes)[]];
export const DataPurpose = z.enum(purposeNames).describe(
  `用途 purpose: ${Object.entries(dataPurposes)
    .map(([name, zh]) => `${name} ${zh}`)
    .join('、')}`,
);

export const LegalBasis = z
  .enum(['statutory', 'consent'])
  .describe('处理依据：法定职责 statutory 只须告知，同意 consent 须监护人（满十四周岁者本人）同意 legal basis');

export const AppPurpose = z.strictObject({
  purpose: DataPurpose,
  basis: LegalBasis,
  minors: z.boolean().describe('是否涉及学生 whether it is about pupils'),
  notice: text(1000).describe('告知内容：处理什么、为何、保存多久 the notice: what is processed, why, and for how long'),
});

/** A purpose as it is kept. */
export const DeclaredPurpose = AppPurpose.extend({
  since: z
    .int()
    .describe(
      '自哪个文本版本起内容如此；早于它的同意不再有效 the version of the text since which it reads so; a consent to an earlier one holds no more',
    ),
});

/** What one app declares; its version is the version of the text people consent to. */
export const AppPurposes = z
  .object({
    ...itemShape,
    app: Id.describe('应用记录标识 id of the app'),
    client: z.string().describe('应用标识 OAuth client id'),
    purposes: z.array(DeclaredPurpose).describe('用途列表 purposes'),
    forPupils: LegalBasis.nullable().describe(
      '对学生信息的依据；未申明为空 the basis for pupils: statutory if one purpose is, null when none is declared',
    ),
  })
  .meta({ id: 'AppPurposes' });

/** 同意 → 撤回; a new decision replaces the one before. */
export const consentLife = new LifeCycle<z.output<typeof ConsentState>, 'withdraw' | 'replace'>({
  withdraw: { from: ['given'], to: 'withdrawn', by: ['guardian', 'pupil'] },
  replace: { from: ['given', 'refused'], to: 'replaced', by: ['guardian', 'pupil'] },
});
export const ConsentState = z
  .enum(['given', 'refused', 'withdrawn', 'replaced', 'ended'])
  .describe('状态：已同意、已拒绝、已撤回、已被新决定取代、已自行终止 state; `ended`: by itself, see `ending`');

/** Why a consent ended although nobody withdrew it. */
export const consentEndings = {
  until: '有效期届满',
  birthday: '学生年满十四周岁，改由本人决定',
  unbound: '作出同意者不再是监护人',
  left: '学生离开该校',
} as const;
const endingNames = Object.keys(consentEndings) as [keyof typeof consentEndings, ...(keyof typeof consentEndings)[]];
export const ConsentEnding = z.enum(endingNames).describe(
  `因何终止 why it ended by itself: ${Object.entries(consentEndings)
    .map(([name, zh]) => `${name} ${zh}`)
    .join('、')}`,
);

export const Consent = z
  .object({
    ...itemShape,
    organisation: Id.describe('学校标识 id of the school'),
    child: PersonId,
    client: z.string().describe('应用标识 OAuth client id'),
    guardian: Id.describe('作出决定的人：家长，满十四周岁者本人 who decided: a guardian, or the pupil themself from fourteen on'),
    bySelf: z.boolean().describe('是否本人决定 whether the pupil decided'),
    purposes: z.array(DataPurpose).describe('同意的用途 purposes consented to'),
    textVersion: Version.describe('告知文本版本 version of the notice that was read'),
    state: ConsentState,
    until: Instant.nullable().describe('有效期至 until when'),
    endedAt: Instant.nullable().describe('撤回、取代或终止时间 when it was withdrawn, replaced or ended'),
    ending: ConsentEnding.nullable(),
    moves: moves(['withdraw', 'replace']),
  })
  .meta({ id: 'Consent' });

/** What one app asks for a ward. */
export const AskedConsent = z
  .object({
    client: z.string().describe('应用标识 OAuth client id'),
    name: z.string().describe('应用名称 name of the app'),
    organisation: Id.describe('选用组织 the organisation that selected it'),
    profile: FieldProfile,
    purposes: z.array(DeclaredPurpose).describe('涉及学生的用途 purposes about pupils'),
    textVersion: Version.describe('告知文本版本 version of the notice'),
    forPupils: LegalBasis,
    asks: z.enum(['guardian', 'self', 'nobody']).describe('由谁决定：监护人、本人、无须同意 who decides now'),
    consent: Consent.nullable().describe('现行决定 the decision that stands'),
    covered: z
      .array(DataPurpose)
      .describe('现在有效的用途；应用只能读取这些用途所及的信息 purposes that hold now; the app reads what these cover and no more'),
    valid: z.boolean().describe('该应用现在能否读取个人信息 whether the app may read personal values now'),
  })
  .meta({ id: 'AskedConsent' });

/** How far consents have come, for one app at one school. */
export const ConsentCount = z
  .object({
    client: z.string().describe('应用标识 OAuth client id'),
    name: z.string().describe('应用名称 name of the app'),
    pupils: z.int().describe('学生人数 pupils'),
    given: z.int().describe('已同意 with a valid consent'),
    refused: z.int().describe('已拒绝 refused'),
    missing: z.int().describe('尚无决定或已失效 without a valid decision'),
  })
  .meta({ id: 'ConsentCount' });

export const PupilAsked = z
  .object({
    person: PersonId,
    name: z.string().describe('姓名，默认脱敏 name; masked unless the caller may read it'),
    masked: z.boolean().describe('姓名是否脱敏 whether the name is masked'),
    asks: z.enum(['guardian', 'self']).describe('由谁决定 who decides'),
    refused: z.boolean().describe('是否已拒绝 whether it was refused'),
  })
  .meta({ id: 'PupilAsked' });

export const ConsentedPupil = z
  .object({
    consent: Id.describe('同意标识 id of the consent'),
    person: PersonId,
    purposes: z.array(DataPurpose).describe('同意的用途 purposes consented to'),
    textVersion: Version.describe('告知文本版本 version of the notice'),
    until: Instant.nullable().describe('有效期至 until when'),
  })
  .meta({ id: 'ConsentedPupil' });

const receiptFields = {
  deletedOn: Day.describe('删除日期 day of deletion'),
  what: text(500).describe('删除内容 what was deleted'),
  reference: text(100).describe('凭证编号 reference of the proof'),
};
export const Receipt = z.strictObject(receiptFields);

/** 已提出 → 已回执；有权者在此期间重新同意的，不必再删. */
export const deletionLife = new LifeCycle({
  answer: { from: ['asked'], to: 'answered' },
  lift: { from: ['asked'], to: 'lifted' },
});
const DeletionState = z
  .enum(['asked', 'answered', 'lifted'])
  .describe('状态：待回执、已回执、因重新同意而不必删除 state; `lifted`: consent was given again in time');
const DeletionReason = z
  .enum(['withdrawn', ...endingNames])
  .describe('因何请求：同意已撤回，或因何终止 why: the consent was withdrawn, or why it ended by itself');

export const DeletionRequest = z
  .object({
    ...itemShape,
    organisation: Id.describe('学校标识 id of the school'),
    child: PersonId,
    client: z.string().describe('应用标识 OAuth client id'),
    consent: Id.describe('已撤回或终止的同意 the consent that was withdrawn or ended'),
    why: DeletionReason,
    dueOn: Day.describe('期限 due on'),
    state: DeletionState,
    overdue: z.boolean().describe('是否逾期 whether it is overdue'),
    receipt: z.object(receiptFields).nullable().describe('删除回执 the receipt'),
  })
  .meta({ id: 'DeletionRequest' });

/** Which of the deletion requests. */
export const DeletionStanding = z.enum(['open', 'overdue', 'answered']).describe('状态：待回执、逾期、已回执 standing');

/** Ids only. */
export const ConsentFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  child: Id,
  client: z.string(),
  state: ConsentState,
  ending: ConsentEnding.nullable(),
});
export const consentFacts = facts('identity', 'consent', ConsentFact, {
  given: '监护同意已作出 A consent was given',
  refused: '监护同意被拒绝 A consent was refused',
  withdrawn: '监护同意已撤回 A consent was withdrawn',
  replaced: '监护同意已被新决定取代 A consent was replaced by another decision',
  ended:
    '监护同意已自行终止：到期、满十四周岁、不再是监护人或学生离校 A consent ended by itself: by its day, the birthday, the guardian or the school',
  moved: '监护同意已随合并转入 A consent passed over in a merger',
});
export const DeletionRequestFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  child: Id,
  client: z.string(),
  consent: Id,
  why: DeletionReason,
  dueOn: z.string(),
  state: DeletionState,
});
export const deletionRequestFacts = facts('identity', 'deletion_request', DeletionRequestFact, {
  asked: '已请求删除 A deletion was requested',
  answered: '删除回执已提交 A deletion receipt was given',
  moved: '删除请求已随合并转入 A deletion request passed over in a merger',
  lifted: '已重新同意，不必删除 Consent was given again: nothing is to be deleted',
});
export const AppPurposesFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  client: z.string(),
  forPupils: LegalBasis.nullable(),
});
export const appPurposesFacts = facts('identity', 'app_purposes', AppPurposesFact, {
  declared: '应用已申明用途 An app declared its purposes',
});

export const ConsentMissing = refusal('consent.missing', 409, {
  zh: '尚无监护人（满十四周岁者本人）对该应用的同意',
  en: 'There is no consent for this app by a guardian, or from fourteen on by the pupil',
});
export const ConsentUnknown = refusal('consent.unknown', 404, { zh: '找不到该同意记录', en: 'No such consent' });
export const ConsentNotYours = refusal('consent.not_yours', 409, {
  zh: '满十四周岁者由本人决定，未满者由监护人决定',
  en: 'From fourteen on a pupil decides for themself, before that a guardian does',
});
export const ConsentNotAsked = refusal('consent.not_asked', 409, { zh: '该应用不征求此项同意', en: 'This app does not ask for that' });
export const ConsentTextChanged = refusal(
  'consent.text_changed',
  409,
  { zh: '告知内容已更新，请重新阅读', en: 'The notice has changed; read it again' },
  z.strictObject({ textVersion: z.int() }),
);
export const OwnPagesOnly = refusal('client.own_pages_only', 409, {
  zh: '只能在本平台自己的页面办理',
  en: 'Only in the platform’s own pages',
});
export const BasisReserved = refusal('purpose.basis_reserved', 403, {
  zh: '法定职责的依据由教育行政部门确认',
  en: 'Only an authority says that a purpose is statutory',
});
export const PurposesTwice = refusal('purpose.twice', 422, { zh: '同一用途只申明一次', en: 'Each purpose is declared once' });
export const PurposesUndeclared = refusal('purpose.undeclared', 404, { zh: '该应用尚未申明用途', en: 'This app has declared no purposes' });
export const DeletionRequestUnknown = refusal('deletion_request.unknown', 404, { zh: '找不到该删除请求', en: 'No such deletion request' });
