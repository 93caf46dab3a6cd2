import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, item, page, paging } from '../shapes/shapes.js';
import { Duplicate, DuplicateUnknown, MergeSame, MergeTaken, MergeTooOld, MergeUnfit, MergeUnknown, Merger } from './merging.js';
import { PersonBeyondReach, PersonClosed, PersonId, PersonMerged, PersonUnknown, PostNotGrantable } from './people.js';

const keepers = ['systemAdmin', 'rollManager'] as const;
const params = z.object({ personId: PersonId });

export const mergingOperations = {
  duplicates: operation('get', '/people/duplicates', {
    summary: '疑似重复的人员 List people who look like one',
    description: '两条档案均在管辖范围之内的。 Pairs whose records are both within reach.',
    scope: 'identity.read',
    permits: [...keepers, 'schoolAdmin'],
    query: z.object(paging),
    returns: page(Duplicate),
  }),

  dismissDuplicate: operation('post', '/people/duplicates/:duplicateId/dismiss', {
    summary: '确认不是同一人 Say that two are not one',
    scope: 'identity.write',
    permits: keepers,
    params: z.object({ duplicateId: Id.describe('疑似重复标识 id of the pair') }),
    fails: [DuplicateUnknown],
  }),

  mergePerson: operation('post', '/people/:personId/merge', {
    summary: '合并人员 Merge a person into another',
    description:
      '岗位、在班记录、账号、号码、被监护关系与异动记录转给后继，各服务中的成绩、资源、作品与任务随后几秒内跟随；原标识此后答复 410 及后继标识；30 天内可撤销。 ' +
      'Posts, enrolments, account, numbers, wards and movements pass to the successor, marks, resources, works and tasks in every service follow within seconds; the old id then answers 410 with the successor; it can be undone for 30 days.',
    scope: 'identity.write',
    permits: keepers,
    params,
    body: z.strictObject({ into: PersonId }),
    returns: item(Merger),
    fails: [PersonUnknown, PersonMerged, PersonClosed, PostNotGrantable, PersonBeyondReach, MergeSame, MergeUnfit],
  }),

  unmergePerson: operation('post', '/people/:personId/unmerge', {
    summary: '撤销人员合并 Undo the merging of a person',
    scope: 'identity.write',
    permits: keepers,
    params,
    returns: item(Merger),
    fails: [PersonUnknown, MergeUnknown, MergeTooOld, MergeTaken, PostNotGrantable, PersonBeyondReach],
  }),
};
