import { accountOpeningOperations } from './account-openings.operations.js';
import { appReachOperations } from './app-reach.operations.js';
import { appUseOperations } from './app-uses.js';
import { appOperations } from './apps.operations.js';
import { cardOperations } from './cards.operations.js';
import { classSignInOperations } from './class-sign-in.operations.js';
import { classOperations } from './classes.operations.js';
import { consentOperations } from './consents.operations.js';
import { courseOperations } from './courses.operations.js';
import { disclosureOperations } from './disclosures.operations.js';
import { divisionOperations } from './divisions.operations.js';
import { guardianOperations } from './guardians.operations.js';
import { identityProviderOperations } from './identity-providers.operations.js';
import { listingOperations } from './listing.operations.js';
import { matchingOperations } from './matching.js';
import { mergingOperations } from './merging.operations.js';
import { appSpaceOperations } from './app-space.js';
import { organisationImportOperations } from './organisation-imports.operations.js';
import { organisationOperations } from './organisations.operations.js';
import { peopleOperations } from './people.operations.js';
import { postOperations } from './posts.operations.js';
import { pupilOperations } from './pupils.operations.js';
import { registrationOperations } from './registration.operations.js';
import { rosterQueryOperations } from './roster-query.operations.js';
import { rosterOperations } from './rosters.operations.js';
import { sandboxOperations } from './sandbox.operations.js';
import { secondFactorOperations } from './second-factors.operations.js';
import { signInLockOperations } from './sign-in-locks.js';
import { signInPolicyOperations } from './sign-in-policies.operations.js';
import { subPlatformOperations } from './sub-platforms.operations.js';
import { staffRecordOperations } from './staff-records.operations.js';
import { termOperations } from './terms.operations.js';
import { textMessageOperations } from './text-messages.operations.js';
import { transferOperations } from './transfers.operations.js';
import { vendorOperations } from './vendors.operations.js';

/** The operations of identity by what they are about: the parts in which a reader finds them. */
export const identityChapters = {
  organisations: {
    ...organisationOperations,
    ...organisationImportOperations,
    ...divisionOperations,
    ...subPlatformOperations,
    ...matchingOperations,
  },
  people: {
    ...peopleOperations,
    ...accountOpeningOperations,
    ...postOperations,
    ...staffRecordOperations,
    ...cardOperations,
    ...mergingOperations,
  },
  minors: { ...guardianOperations, ...consentOperations, ...disclosureOperations },
  pupils: { ...pupilOperations, ...transferOperations },
  rosters: {
    ...termOperations,
    ...courseOperations,
    ...classOperations,
    ...rosterOperations,
    ...rosterQueryOperations,
    ...registrationOperations,
  },
  apps: {
    ...vendorOperations,
    ...appOperations,
    ...listingOperations,
    ...appReachOperations,
    ...sandboxOperations,
    ...appUseOperations,
    ...appSpaceOperations,
  },
  signIns: {
    ...secondFactorOperations,
    ...textMessageOperations,
    ...signInPolicyOperations,
    ...signInLockOperations,
    ...classSignInOperations,
    ...identityProviderOperations,
  },
};
