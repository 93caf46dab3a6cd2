/**
 * Every column that names a person, and what becomes of it when two records of a person are merged. A spec holds this against the tables:
 * whoever adds such a column decides here.
 */
export const passesOver: readonly string[] = [
  'account.person',
  'card.person',
  'consent.child',
  'consent.guardian',
  'deletion_request.child',
  'duplicate.one',
  'duplicate.other',
  'enrolment.person',
  'external_id.entity',
  'former_number.person',
  'guardian_invitation.claimant',
  'guardian_invitation.pupil',
  'movement.person',
  'person.merged_into',
  'post.about',
  'post.person',
  'pupil_pin.person',
  'pupil_qr.person',
  'registrant.person',
  'second_factor.person',
  'sign_in_link.person',
  'staff_record.person',
];

/** What stays as it was, and why. */
export const stays: Readonly<Record<string, string>> = {
  'disclosure.person': 'a record of what was read then; the successor reads it as their own',
  'disclosure.reader': 'a record of who read it then',
  'merger.from_person': 'the merging itself',
  'merger.into_person': 'the merging itself; an earlier one into this record can be undone once this one is',
  'post.successor_person': 'whom a post was handed to then; the id answers with its successor',
  'transfer.person': 'a transfer that has ended is history; one that is under way refuses the merging',
};
