import { openIdentity, type IdentityRoom } from '../identity.room.js';

/** A county with two schools; for specs. */
export interface TwoSchools extends IdentityRoom {
  readonly county: string;
  readonly school: string;
  readonly sibling: string;
}

export async function openTwoSchools(): Promise<TwoSchools> {
  const room = await openIdentity();
  const county = await room.organisation('county', room.city, { divisionCode: '361002' });
  const school = await room.organisation('school', county, { name: '第一小学' });
  const sibling = await room.organisation('school', county, { name: '第二小学' });
  return { ...room, county, school, sibling };
}
