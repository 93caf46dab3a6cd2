import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { organisationKinds } from '../roles.js';
import { Id } from '../shapes/shapes.js';

/** Who is counted. Registered is who has an account and has signed in with it. */
export const registrants = ['teachers', 'pupils', 'guardians'] as const;
export const Registrants = z.enum(registrants).describe('人群：教师、学生或家长 who: teachers, pupils or guardians');

const Rate = z.number().min(0).max(1);

const counted = {
  who: Registrants,
  people: z.int().describe('人数 people'),
  registered: z.int().describe('已开通并使用账号的人数 people who have an account and have used it'),
  rate: Rate.nullable().describe('注册率 rate; null when there is nobody'),
  target: Rate.nullable().describe('目标，取最近的上级所设 target, of the nearest organisation that set one'),
  reached: z.boolean().nullable().describe('是否达标 whether the target is reached; null without one'),
};

export const Registration = z
  .object({
    organisation: Id.describe('组织标识 id of the organisation'),
    at: z.string().describe('统计时间 when it was counted'),
    groups: z.array(z.object(counted)).describe('各人群 by group'),
  })
  .meta({ id: 'Registration' });

/** How one organisation directly below stands, with all below it. */
export const RegistrationBelow = z
  .object({
    organisation: Id.describe('组织标识 id of the organisation'),
    name: z.string().describe('组织名称 name'),
    kind: z.enum(organisationKinds).describe('组织类型 kind'),
    ...counted,
  })
  .meta({ id: 'RegistrationBelow' });

export const RegistrationTarget = z
  .object({
    organisation: Id.describe('组织标识 id of the organisation'),
    who: Registrants,
    rate: Rate.describe('目标注册率 rate to be reached'),
  })
  .meta({ id: 'RegistrationTarget' });

export const RegistrationTargetFact = z.object({ id: Id, version: z.int(), organisation: Id, who: z.enum(registrants), rate: Rate });
export const registrationTargetFacts = facts('identity', 'registrationTarget', RegistrationTargetFact, {
  set: '注册率目标已设定 A target of registration was set',
});
