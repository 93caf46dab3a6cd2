import type { Migration } from '@lianxue/persistence';
import { identityTables } from './0001-identity.js';
import { places } from './0100-places.js';
import { subPlatforms } from './0110-sub-platforms.js';
import { namesAtOnce } from './0101-names-at-once.js';
import { personHistory } from './0200-person-history.js';
import { pupilTables } from './0201-pupils.js';
import { mergingTables } from './0202-merging.js';
import { mergedPeople } from './0203-merged-people.js';
import { fieldProfiles } from './0300-field-profiles.js';
import { guardianInvitations } from './0301-guardian-invitations.js';
import { consents } from './0302-consents.js';
import { consentEndings } from './0304-consent-endings.js';
import { disclosures } from './0303-disclosures.js';
import { signingIn } from './0400-signing-in.js';
import { vendorsAndListing } from './0500-vendors-and-listing.js';
import { filingsAndReach } from './0501-filings-and-reach.js';
import { jobs } from './0600-jobs.js';
import { termsAndCourses } from './0700-terms-and-courses.js';
import { registrationTables } from './0701-registration.js';
import { rosterStamps } from './0702-roster-stamps.js';
import { postTables } from './0800-posts.js';
import { cards } from './0810-cards.js';
import { classSignIn } from './0420-class-sign-in.js';
import { accountOpenings } from './0830-account-openings.js';
import { appLaunching } from './0831-app-launching.js';
import { purposesSince } from './0832-purposes-since.js';
import { appUses } from './0820-app-uses.js';
import { identityProviders } from './0421-identity-providers.js';

export const migrations: readonly Migration[] = [
  { name: '0001-identity', sql: identityTables },
  { name: '0100-places', sql: places },
  { name: '0101-names-at-once', sql: namesAtOnce },
  { name: '0200-person-history', sql: personHistory },
  { name: '0201-pupils', sql: pupilTables },
  { name: '0300-field-profiles', sql: fieldProfiles },
  // Indexes the day of birth, which the one before brings.
  { name: '0202-merging', sql: mergingTables },
  { name: '0301-guardian-invitations', sql: guardianInvitations },
  { name: '0302-consents', sql: consents },
  { name: '0303-disclosures', sql: disclosures },
  signingIn,
  { name: '0420-class-sign-in', sql: classSignIn },
  { name: '0421-identity-providers', sql: identityProviders },
  { name: '0500-vendors-and-listing', sql: vendorsAndListing },
  { name: '0501-filings-and-reach', sql: filingsAndReach },
  { name: '0600-jobs', sql: jobs },
  { name: '0700-terms-and-courses', sql: termsAndCourses },
  { name: '0701-registration', sql: registrationTables },
  { name: '0702-roster-stamps', sql: rosterStamps },
  { name: '0800-posts', sql: postTables },
  { name: '0810-cards', sql: cards },
  { name: '0304-consent-endings', sql: consentEndings },
  { name: '0203-merged-people', sql: mergedPeople },
  { name: '0110-sub-platforms', sql: subPlatforms },
  { name: '0820-app-uses', sql: appUses },
  { name: '0830-account-openings', sql: accountOpenings },
  { name: '0831-app-launching', sql: appLaunching },
  { name: '0832-purposes-since', sql: purposesSince },
];
