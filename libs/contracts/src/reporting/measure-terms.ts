import type { directions } from './indicators.js';

/** Who reads the data centre: each sees only what its role may. */
export const measureViews = ['bureau', 'school', 'teacher', 'guardian', 'vendor', 'public'] as const;
export type MeasureView = (typeof measureViews)[number];

/** How often something happened in some days, or how many there were at their end. */
export const measureKinds = ['happened', 'standing'] as const;
type Kind = (typeof measureKinds)[number];

/** What a measure can be broken down by. Never by person: a measure of pupils is a number, and they have no order. */
export const measureDimensions = [
  'organisationKind',
  'stage',
  'subject',
  'resourceSource',
  'holdingKind',
  'class',
  'role',
  'movement',
  'app',
  'incidentLevel',
  'dailyReport',
  'signIn',
  'activity',
  'period',
  'bulletinTemplate',
] as const;
export type MeasureDimension = (typeof measureDimensions)[number];

export const measureServices = ['identity', 'resources', 'classrooms', 'incidents', 'activities', 'reporting'] as const;
type Service = (typeof measureServices)[number];

interface More {
  /** Of people, fewer than five are never told. */
  readonly counts?: 'people';
  readonly dimension?: MeasureDimension;
  /** Where more of it, or less, is better. */
  readonly direction?: (typeof directions)[number];
}

/** What a measure is. */
export interface MeasureTerms extends More {
  readonly kind: Kind;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  /** Whose facts it is made from. */
  readonly service: Service;
  readonly views: readonly MeasureView[];
  /** 口径. */
  readonly definition: string;
}

type Writing = (
  name: string,
  unit: string,
  service: Service,
  views: readonly MeasureView[],
  definition: string,
  more?: More,
) => MeasureTerms;

/** Named in both languages: `学校数 Schools`. */
const of =
  (kind: Kind): Writing =>
  (name, unit, service, views, definition, more) => {
    const [zh, ...en] = name.split(' ');
    return { kind, zh: zh!, en: en.join(' '), unit, service, views, definition, ...more };
  };
export const happened = of('happened');
export const standing = of('standing');
