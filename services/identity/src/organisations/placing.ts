import type { OrganisationKind } from '@lianxue/contracts';

export const authorityKinds = ['province', 'city', 'county', 'bureau'] as const;

/** Which kinds an organisation of each kind may stand below 隶属. The highest of a region stands below none. */
const parents: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  province: [],
  city: ['province'],
  // Directly under the province 省直辖县, or under the bureau of a new area that manages several.
  county: ['province', 'city', 'bureau'],
  bureau: authorityKinds,
  school: authorityKinds,
  centralSchool: authorityKinds,
  campus: ['school', 'centralSchool'],
  teachingPoint: ['centralSchool', 'school', 'campus'],
  vendor: authorityKinds,
};

export const mayStandBelow = (kind: OrganisationKind, parent: OrganisationKind): boolean => parents[kind].includes(parent);

export const isAuthority = (kind: OrganisationKind): boolean => authorityKinds.some((authority) => authority === kind);

export const schoolKinds: readonly OrganisationKind[] = ['school', 'centralSchool', 'campus', 'teachingPoint'];
export const isSchool = (kind: OrganisationKind): boolean => schoolKinds.includes(kind);
