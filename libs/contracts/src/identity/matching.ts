import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { Id, text, value } from '../shapes/shapes.js';
import { OrganisationKindCode, OrganisationUnknown } from './organisations.js';

/** How a name was recognised. */
const matchedBy = ['全称', '简称', '曾用名', '相似'] as const;

export const Candidate = z.object({
  organisation: Id.describe('组织标识 id of the organisation'),
  name: z.string().describe('现全称 its full name of today'),
  kind: OrganisationKindCode,
  parentName: z.string().nullable().describe('上级名称 name of its parent'),
  score: z.number().min(0).max(1).describe('匹配度，1 为完全一致 score; 1 is the very name'),
  why: z.enum(matchedBy).describe('依据：全称、简称、曾用名、相似 what it was recognised by'),
});

export const matchingOperations = {
  matchOrganisations: operation('post', '/organisations/match', {
    summary: '按名称匹配组织 Match names to organisations',
    description:
      '一次最多 500 个名称，逐个给出候选与匹配度；同名不同县时得分相同，须由人选定。已撤销的不出现，已合并的给出并入的组织。 ' +
      'Up to 500 names at once, for each its candidates with scores; equal scores are for a person to decide. One that was merged answers as its successor.',
    scope: 'identity.read',
    permits: [...postRoles, 'app'],
    body: z.strictObject({
      names: z.array(text(100)).min(1).max(500).describe('名称，如一列表格 names, as a column holds them'),
      below: Id.optional().describe('只在该组织及其下级中查找 look only at this organisation and below'),
      limit: z.int().min(1).max(5).default(3).describe('每个名称的候选数 candidates for each name'),
    }),
    returns: value(
      z.object({
        results: z
          .array(
            z.object({
              name: z.string().describe('原名称 the name as typed'),
              candidates: z.array(Candidate).describe('候选，得分高的在前 candidates, the best first'),
            }),
          )
          .describe('与名称同序 in the order of the names'),
      }),
    ),
    fails: [OrganisationUnknown],
  }),
};
