import {
  contributorRoles,
  dayInBeijing,
  inBeijing,
  learningObjectMetadata,
  lomTerm,
  shownBy,
  type FilesTogether,
  type LearningObject,
  type LearningObjectMetadata,
} from '@lianxue/contracts';
import type { ResourceEntity } from '../catalogue/resource.entity.js';
import type { Standing } from '../standing/tiers.js';

/** A resource as GB/T 21365 describes a learning object, with its files, who made it and which tiers show it, all by their ids. */
export function lomOf(row: ResourceEntity, standings: readonly Standing[], files: FilesTogether): LearningObjectMetadata {
  const { id, content, release } = row;
  const published = row.publishedAt && dayInBeijing(row.publishedAt);
  return learningObjectMetadata({
    ...{ id, content, release, status: statusOf(row), files, location: `/api/v1/resources/${id}` },
    contribute: [
      { role: lomTerm('author'), entity: [row.author], date: inBeijing(row.createdAt).slice(0, 10) },
      ...content.contributors.map(({ role, person, organisation }) => ({
        role: lomTerm(contributorRoles[role].lom),
        entity: [person, organisation],
        date: null,
      })),
      { role: lomTerm('publisher'), entity: standings.map(({ organisation }) => organisation), date: published },
    ],
    annotation: standings.map(({ publishedAt, level }) => shownBy(level, dayInBeijing(publishedAt))),
  });
}

function statusOf({ status, release, revision }: ResourceEntity): LearningObject['status'] {
  if (status === 'published') return revision === null && release === 1 ? 'final' : 'revised';
  return status === 'withdrawn' ? 'unavailable' : 'draft';
}
