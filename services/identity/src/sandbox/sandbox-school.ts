import type { PostRole } from '@lianxue/contracts';
import { createHash } from 'node:crypto';
import { fixedId } from './fixed-ids.js';

/** Someone of the synthetic school. */
export interface Figure {
  readonly id: string;
  readonly name: string;
  readonly role: PostRole;
  readonly organisation: string;
  readonly account: boolean;
  readonly bornOn?: string | null;
  readonly about: readonly string[];
  /** Classes by their place in {@link SandboxSchool.classes}. */
  readonly classes: readonly number[];
}

/** What a sandbox holds after each reset: a county, a school, its people and classes, under ids that only the app decides. */
export interface SandboxSchool {
  readonly county: string;
  readonly school: string;
  readonly classes: readonly { readonly id: string; readonly title: string; readonly grade: string }[];
  readonly people: readonly Figure[];
}

const pupils = ['沙一诺', '沙子涵', '沙浩然', '沙雨桐', '沙欣怡', '沙宇轩', '沙·阿依古丽', '沙梓萱'] as const;

/** The organisations of an app's sandbox. */
export const organisationsIn = (app: string): string[] => [fixedId(app, 'county'), fixedId(app, 'school')];

export function sandboxSchool(app: string): SandboxSchool {
  const county = fixedId(app, 'county');
  const school = fixedId(app, 'school');
  const figure = (key: string, name: string, role: PostRole, more: Partial<Figure> = {}): Figure => ({
    id: fixedId(app, 'person', key),
    name,
    role,
    organisation: school,
    account: true,
    about: [],
    classes: [],
    ...more,
  });
  const taught = pupils.map((name, index) => {
    const born = `${2016 + (index % 2)}-0${1 + index}-15`;
    const id = fixedId(app, 'person', `pupil${index + 1}`);
    return figure(`pupil${index + 1}`, name, 'pupil', { account: index === 0, bornOn: born, about: [id], classes: [index % 2] });
  });
  return {
    county,
    school,
    classes: [
      { id: fixedId(app, 'class', '1'), title: '三年级一班', grade: '3' },
      { id: fixedId(app, 'class', '2'), title: '四年级一班', grade: '4' },
    ],
    people: [
      figure('reviewer', '沙县审', 'countyReviewer', { organisation: county }),
      figure('admin', '沙校管', 'schoolAdmin'),
      figure('homeroomTeacher', '沙老师', 'homeroomTeacher', { classes: [0] }),
      figure('teacher', '沙科任', 'teacher', { classes: [0, 1] }),
      ...taught,
      figure('guardian1', '沙家长', 'guardian', { about: [taught[0]!.id] }),
      figure('guardian2', '沙爸爸', 'guardian', { account: false, about: [taught[1]!.id, taught[2]!.id] }),
    ],
  };
}

/** `sb-3f2a91c07b-teacher`: known to the vendor, guessed by nobody who does not know the app's id. */
export const usernameIn = (app: string, { id, role }: Pick<Figure, 'id' | 'role'>): string =>
  `sb-${createHash('sha256').update(`${app} ${id}`).digest('hex').slice(0, 10)}-${role}`;
