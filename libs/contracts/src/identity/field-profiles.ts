import { z } from 'zod';

/**
 * The classified fields of a person: what they are, and how grave it is when a stranger reads them. Whatever is classified here is
 * masked or left out unless the caller may read it; it is in no fact and in no log.
 */
export const classifiedFields = {
  name: { zh: '姓名', en: 'name', grade: 'personal' },
  gender: { zh: '性别', en: 'gender', grade: 'personal' },
  birthMonth: { zh: '出生年月', en: 'month of birth', grade: 'personal' },
  pupilNumber: { zh: '学籍号', en: 'pupil number', grade: 'sensitive' },
  birthDate: { zh: '出生日期', en: 'date of birth', grade: 'sensitive' },
  idNumber: { zh: '证件号码', en: 'identity number', grade: 'sensitive' },
  phone: { zh: '手机号码', en: 'phone', grade: 'sensitive' },
} as const satisfies Record<string, { zh: string; en: string; grade: 'personal' | 'sensitive' }>;

export type ClassifiedField = keyof typeof classifiedFields;
export const classifiedFieldNames = Object.keys(classifiedFields) as [ClassifiedField, ...ClassifiedField[]];

/**
 * Named field profiles: which classified fields an app reads in clear where it is selected under that name. Identity numbers, phones
 * and whole dates of birth are in none of them. Each holds what the one before it holds.
 */
export const fieldProfiles = {
  statistics: { zh: '统计', en: 'statistics: counts, and people without their names', fields: [] },
  roster: { zh: '名单', en: 'roster: who is in a class', fields: ['name', 'gender'] },
  teaching: { zh: '教学', en: 'teaching: who is taught', fields: ['name', 'gender', 'birthMonth', 'pupilNumber'] },
} as const satisfies Record<string, { zh: string; en: string; fields: readonly ClassifiedField[] }>;

export type FieldProfileName = keyof typeof fieldProfiles;
const profileNames = Object.keys(fieldProfiles) as [FieldProfileName, ...FieldProfileName[]];

export const FieldProfile = z
  .enum(profileNames)
  .describe('字段方案：统计 statistics、名单 roster、教学 teaching named field profile: which personal fields are in clear');

/** Whether a profile gives nothing that the other does not give. */
export const isWithinProfile = (profile: FieldProfileName, limit: FieldProfileName): boolean => {
  const allowed: readonly ClassifiedField[] = fieldProfiles[limit].fields;
  return fieldProfiles[profile].fields.every((field) => allowed.includes(field));
};
