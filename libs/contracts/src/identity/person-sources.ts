import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Instant, InstantInput } from '../shapes/shapes.js';

/** The fields of a person that know where they come from. */
export const personFields = ['name', 'idNumber', 'pupilNumber', 'phone', 'birthDate', 'gender'] as const;
export type PersonField = (typeof personFields)[number];

/** 学籍系统, 教师系统, a roster file, the person, or somebody at this platform. */
export const fieldSources = ['roll', 'staffSystem', 'roster', 'self', 'local'] as const;
export type FieldSourceCode = (typeof fieldSources)[number];

/** The systems that stay master of what they own, and what that is; the platform keeps a copy which only they renew. */
export const masteredFields = {
  roll: ['name', 'idNumber', 'pupilNumber', 'birthDate', 'gender'],
  staffSystem: ['name', 'idNumber', 'birthDate', 'gender'],
} as const satisfies Partial<Record<FieldSourceCode, readonly PersonField[]>>;
export type MasterCode = keyof typeof masteredFields;

/** Where one field of a person comes from. */
export const FieldSource = z
  .object({
    field: z.enum(personFields).describe('字段 field'),
    source: z
      .enum(fieldSources)
      .describe('来源：roll 学籍系统、staffSystem 教师系统、roster 名单、self 本人、local 本平台 source of the field'),
    asOf: Instant.describe('截至时间 as of when the source said so'),
  })
  .meta({ id: 'FieldSource' });

/** In whose name a change is made; absent: this platform’s own. */
export const told = {
  source: z
    .enum(['roll', 'staffSystem', 'local'])
    .default('local')
    .describe('数据来源：roll 学籍系统、staffSystem 教师系统、local 本平台 the source in whose name this is said'),
  asOf: InstantInput.optional().describe('截至时间，默认现在 as of when the source says so; now unless given'),
};

/** A number a person carried before. */
export const FormerNumber = z
  .object({
    kind: z.enum(['idNumber', 'pupilNumber']).describe('号码种类 kind of number'),
    number: z.string().describe('号码，脱敏 the number, masked'),
    replacedAt: Instant.describe('更换时间 when it was replaced'),
  })
  .meta({ id: 'FormerNumber' });

export const FieldMasteredElsewhere = refusal(
  'field.mastered_elsewhere',
  409,
  {
    zh: '{field} 由“{master}”维护，请在该系统更改后同步',
    en: '{field} is kept by {master}; change it there, and it comes here by synchronising',
  },
  z.strictObject({ field: z.enum(personFields), master: z.enum(['roll', 'staffSystem']) }),
);
export const SourceNotYours = refusal('field.source_not_yours', 403, {
  zh: '您不能以该系统的名义变更信息',
  en: 'You may not speak for this system',
});
