import { resourceFields, type ResourceChanges, type ResourceContent, type ResourceField } from '@lianxue/contracts';
import { isDeepStrictEqual } from 'node:util';

type Value = ResourceChanges['changes'][number]['old'];

const fields = Object.keys(resourceFields) as ResourceField[];

/** What differs between two contents, field by field. */
export function changedFields(old: ResourceContent, now: ResourceContent): ResourceChanges['changes'] {
  return fields
    .map((field) => ({ field, name: resourceFields[field], old: valueOf(complete(old), field), new: valueOf(now, field) }))
    .filter((change) => !isDeepStrictEqual(change.old, change.new));
}

/** A content kept before some of its fields were known says nothing in them. */
export const complete = (content: ResourceContent): ResourceContent => ({
  ...{ chapterId: null, pointIds: [], competencyIds: [], licence: 'teaching', rightsHolder: null, validUntil: null },
  ...{ source: 'original', sourceNote: null, sourceUrl: null, contributors: [] },
  ...content,
});

function valueOf({ usage, ...described }: ResourceContent, field: ResourceField): Value {
  switch (field) {
    case 'usage.method':
      return usage.method;
    case 'usage.scene':
      return usage.scene;
    case 'usage.example':
      return usage.example;
    case 'contributors':
      return described.contributors.map(({ role, person, organisation }) => `${role} ${person} ${organisation}`);
    default:
      return described[field];
  }
}
