import { z } from 'zod';

/** The information model of OneRoster 1.2, as far as our answers use it; nothing here comes from our own contracts. */
const SourcedId = z.string().min(1).max(256);
const Flag = z.enum(['true', 'false']);
const Grade = z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']);

const reference = (...types: [string, ...string[]]) => z.strictObject({ href: z.url(), sourcedId: SourcedId, type: z.enum(types) });

const base = {
  sourcedId: SourcedId,
  status: z.enum(['active', 'tobedeleted']),
  dateLastModified: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  metadata: z.record(z.string(), z.unknown()).optional(),
};

const session = z.strictObject({
  ...base,
  title: z.string(),
  startDate: z.iso.date(),
  endDate: z.iso.date(),
  type: z.enum(['gradingPeriod', 'semester', 'schoolYear', 'term']),
  parent: reference('academicSession').optional(),
  schoolYear: z.string().regex(/^\d{4}$/),
});

const org = z.strictObject({
  ...base,
  name: z.string(),
  type: z.enum(['department', 'school', 'district', 'local', 'state', 'national']),
  identifier: z.string().optional(),
  parent: reference('org').optional(),
});

const user = z.strictObject({
  ...base,
  username: z.string().optional(),
  enabledUser: Flag,
  givenName: z.string(),
  familyName: z.string(),
  roles: z
    .array(
      z.strictObject({
        roleType: z.enum(['primary', 'secondary']),
        role: z.enum([
          ...['aide', 'counselor', 'districtAdministrator', 'guardian', 'parent', 'principal', 'proctor'],
          ...['relative', 'siteAdministrator', 'student', 'systemAdministrator', 'teacher'],
        ] as [string, ...string[]]),
        org: reference('org'),
        beginDate: z.iso.date().optional(),
        endDate: z.iso.date().optional(),
      }),
    )
    .min(1),
  primaryOrg: reference('org').optional(),
  agents: z.array(reference('user')).optional(),
  grades: z.array(Grade).optional(),
});

/** Each collection: under which names rows travel, and what one is. */
export const model = {
  academicSessions: { key: 'academicSessions', one: 'academicSession', shape: session },
  terms: { key: 'academicSessions', one: 'academicSession', shape: session },
  gradingPeriods: { key: 'academicSessions', one: 'academicSession', shape: session },
  courses: {
    key: 'courses',
    one: 'course',
    shape: z.strictObject({
      ...base,
      title: z.string(),
      courseCode: z.string().optional(),
      grades: z.array(Grade).optional(),
      subjects: z.array(z.string()).optional(),
      subjectCodes: z.array(z.string()).optional(),
      org: reference('org'),
    }),
  },
  classes: {
    key: 'classes',
    one: 'class',
    shape: z.strictObject({
      ...base,
      title: z.string(),
      classType: z.enum(['homeroom', 'scheduled']).optional(),
      grades: z.array(Grade).optional(),
      subjects: z.array(z.string()).optional(),
      subjectCodes: z.array(z.string()).optional(),
      course: reference('course'),
      school: reference('org'),
      terms: z.array(reference('academicSession')).min(1),
    }),
  },
  enrollments: {
    key: 'enrollments',
    one: 'enrollment',
    shape: z.strictObject({
      ...base,
      user: reference('user'),
      class: reference('class'),
      school: reference('org'),
      role: z.enum(['administrator', 'proctor', 'student', 'teacher']),
      primary: Flag.optional(),
      beginDate: z.iso.date().optional(),
      endDate: z.iso.date().optional(),
    }),
  },
  orgs: { key: 'orgs', one: 'org', shape: org },
  schools: { key: 'orgs', one: 'org', shape: org },
  users: { key: 'users', one: 'user', shape: user },
  students: { key: 'users', one: 'user', shape: user },
  teachers: { key: 'users', one: 'user', shape: user },
  demographics: {
    key: 'demographics',
    one: 'demographics',
    shape: z.strictObject({
      ...base,
      birthDate: z.iso.date().optional(),
      sex: z.enum(['male', 'female', 'unspecified', 'other']).optional(),
    }),
  },
} as const;

const score = z.number().optional();

/** The gradebook; one result of a pupil of whom nothing may be told is a tombstone with nothing in it. */
export const gradebookModel = {
  categories: { one: 'category', shape: z.strictObject({ ...base, title: z.string(), weight: z.number().optional() }) },
  scoreScales: {
    one: 'scoreScale',
    shape: z.strictObject({
      ...{ ...base, title: z.string(), type: z.string(), course: reference('course').optional(), class: reference('class') },
      scoreScaleValue: z.array(z.strictObject({ itemValueLHS: z.string(), itemValueRHS: z.string() })),
    }),
  },
  lineItems: {
    one: 'lineItem',
    shape: z.strictObject({
      ...{ ...base, title: z.string(), description: z.string().optional(), assignDate: z.iso.datetime(), dueDate: z.iso.datetime() },
      ...{ class: reference('class'), school: reference('org'), category: reference('category') },
      ...{ gradingPeriod: reference('academicSession').optional(), academicSession: reference('academicSession').optional() },
      ...{ scoreScale: reference('scoreScale').optional(), resultValueMin: score, resultValueMax: score },
    }),
  },
  results: {
    one: 'result',
    shape: z.strictObject({
      ...{ ...base, lineItem: reference('lineItem'), student: reference('user'), class: reference('class').optional() },
      ...{ scoreScale: reference('scoreScale').optional(), score, textScore: z.string().optional(), scoreDate: z.iso.date() },
      scoreStatus: z.enum(['exempt', 'fully graded', 'not submitted', 'partially graded', 'submitted']),
      ...{ comment: z.string().optional(), late: Flag.optional(), incomplete: Flag.optional() },
      ...{ inProgress: Flag.optional(), missing: Flag.optional() },
    }),
  },
} as const;

export const Resource = z.strictObject({
  ...{
    ...base,
    title: z.string().optional(),
    roles: z.array(z.string()).optional(),
    importance: z.enum(['primary', 'secondary']).optional(),
  },
  ...{ vendorResourceId: z.string(), vendorId: z.string().optional(), applicationId: z.string().optional() },
});

/** What every error is. */
export const StatusInfo = z.strictObject({
  imsx_codeMajor: z.enum(['success', 'processing', 'failure', 'unsupported']),
  imsx_severity: z.enum(['status', 'warning', 'error']),
  imsx_description: z.string().optional(),
  imsx_CodeMinor: z.strictObject({
    imsx_codeMinorField: z
      .array(
        z.strictObject({
          imsx_codeMinorFieldName: z.string(),
          imsx_codeMinorFieldValue: z.enum([
            ...['fullsuccess', 'invalid_filter_field', 'invalid_selection_field', 'invalid_sort_field', 'invaliddata'],
            ...['unauthorisedrequest', 'forbidden', 'server_busy', 'unknownobject', 'internal_server_error', 'deletefailure'],
          ] as [string, ...string[]]),
        }),
      )
      .min(1),
  }),
});
