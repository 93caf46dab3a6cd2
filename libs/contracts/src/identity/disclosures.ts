import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { Day, Id, Instant, text } from '../shapes/shapes.js';
import { LegalBasis } from './consents.js';
import { classifiedFieldNames, FieldProfile } from './field-profiles.js';
import { Gender, PersonId, PostRoleCode } from './people.js';
import { ScopeName } from './apps.js';

/** Why somebody reads a person in full. */
export const disclosureReasons = {
  rollWork: '学籍业务',
  contact: '联系家庭',
  emergency: '突发情况',
  verification: '身份核验',
  ownData: '本人或家长查阅',
  audit: '检查与审计',
} as const;
const reasonNames = Object.keys(disclosureReasons) as [keyof typeof disclosureReasons, ...(keyof typeof disclosureReasons)[]];
export const DisclosureReason = z.enum(reasonNames).describe(
  `原因 reason: ${Object.entries(disclosureReasons)
    .map(([name, zh]) => `${name} ${zh}`)
    .join('、')}`,
);
export const ClassifiedFieldName = z.enum(classifiedFieldNames).describe('个人信息字段 classified field');

export const Disclosing = z.strictObject({
  reason: DisclosureReason,
  note: text(200).describe('说明，不写个人信息 what for, in words without personal data'),
  fields: z.array(ClassifiedFieldName).min(1).max(classifiedFieldNames.length).describe('要查看的字段 fields to read'),
});

/** The values asked for, said this once; fields not asked for are absent. */
export const Disclosed = z
  .object({
    id: Id.describe('记录标识 id of the record'),
    person: PersonId,
    name: z.string().optional().describe('姓名 name'),
    gender: Gender.nullable().optional(),
    birthMonth: z.string().nullable().optional().describe('出生年月 month of birth'),
    birthDate: Day.nullable().optional().describe('出生日期 day of birth'),
    pupilNumber: z.string().nullable().optional().describe('学籍号 pupil number'),
    idNumber: z.string().nullable().optional().describe('证件号码 identity number'),
    phone: z.string().nullable().optional().describe('手机号码 phone'),
  })
  .meta({ id: 'Disclosed' });

/** Who read what of whom, when and why; never the values. */
export const Disclosure = z
  .object({
    id: Id.describe('记录标识 id'),
    person: PersonId,
    at: Instant.describe('时间 when'),
    reader: Id.describe('查看人标识 who read'),
    readerName: z.string().describe('查看人姓名 name of the reader'),
    role: PostRoleCode,
    organisation: Id.describe('查看人所在组织 organisation the reader acted for'),
    organisationName: z.string().describe('该组织名称 its name'),
    reason: DisclosureReason,
    note: z.string().describe('说明 what for'),
    fields: z.array(ClassifiedFieldName).describe('所查看的字段 fields that were read'),
  })
  .meta({ id: 'Disclosure' });

/** A post whose holder can see a pupil, and why. */
export const Viewer = z
  .object({
    post: Id.describe('岗位标识 id of the post'),
    person: PersonId,
    name: z.string().describe('姓名，默认脱敏 name; masked unless the caller may read it'),
    masked: z.boolean().describe('姓名是否脱敏 whether the name is masked'),
    role: PostRoleCode,
    organisation: Id.describe('岗位所在组织 organisation of the post'),
    organisationName: z.string().describe('该组织名称 its name'),
    why: z
      .enum(['self', 'guardian', 'inClass', 'atSchool', 'above'])
      .describe('因何：本人、家长、任教其班级、在本校、在上级 why: the pupil, a guardian, in the same class, at the school, above it'),
    deputy: z.boolean().describe('是否代理 whether the post stands in for another'),
    readsNames: z.boolean().describe('能否读到姓名 whether names are in clear for this role'),
    since: Day.describe('起始日期 since when'),
  })
  .meta({ id: 'Viewer' });

/** An app that meets a pupil, and what it reads. */
export const ViewingApp = z
  .object({
    client: z.string().describe('应用标识 OAuth client id'),
    name: z.string().describe('应用名称 name'),
    organisation: Id.describe('选用组织 the organisation that selected it'),
    organisationName: z.string().describe('该组织名称 its name'),
    scopes: z.array(ScopeName).describe('授权范围 scopes given'),
    profile: FieldProfile,
    since: Instant.describe('选用时间 since when'),
    until: Instant.nullable().describe('有效期至 until when'),
    forPupils: LegalBasis.nullable().describe('对学生信息的依据；未申明为空 the basis for pupils; null when none is declared'),
    reads: z.boolean().describe('现在能否读到个人信息 whether it may read personal values now'),
  })
  .meta({ id: 'ViewingApp' });

export const DisclosureFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  person: Id,
  reason: DisclosureReason,
  fields: z.array(ClassifiedFieldName),
});
export const disclosureFacts = facts('identity', 'disclosure', DisclosureFact, {
  made: '个人信息已按原因查看 Personal fields were disclosed for a reason',
});
