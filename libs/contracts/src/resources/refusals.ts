import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Id } from '../shapes/shapes.js';

export const ResourceNotFound = refusal('resource.not_found', 404, { zh: '找不到该资源', en: 'There is no such resource' });

/** `missing` in the reader's words, `fields` for programs. */
export const ResourceNotReady = refusal(
  'resource.not_ready',
  409,
  { zh: '还缺{missing}', en: 'Missing: {missing}' },
  z.strictObject({ missing: z.array(z.string()), fields: z.array(z.string()) }),
);

/** `fields` say which of those given they are. */
export const ResourceContributorsUnknown = refusal(
  'resource.contributors_unknown',
  422,
  {
    zh: '贡献者查无此人，或未在所填单位任职：{people}',
    en: 'Contributors nobody knows, or who hold no post at the organisation given: {people}',
  },
  z.strictObject({ people: z.array(Id), fields: z.array(z.string()) }),
);

export const ResourceLocked = refusal(
  'resource.locked',
  409,
  {
    zh: '当前状态（{state}）不能修改或删除',
    en: 'It cannot be edited or discarded in the state “{state}”',
  },
  z.strictObject({ state: z.string() }),
);

export const ResourceNotYours = refusal('resource.not_yours', 409, { zh: '只有作者本人可以执行此操作', en: 'Only its author may do this' });

export const ResourceOwnReview = refusal('resource.own_review', 409, {
  zh: '不能审核自己创作或参与的资源',
  en: 'Nobody reviews a resource they made or contributed to',
});

export const ResourceOwn = refusal('resource.own', 409, {
  zh: '本人创作或参与的资源，应由他人答复举报、恢复上架',
  en: 'Others answer reports on a resource one made or contributed to, and put back what a tier took off',
});

export const ResourceNothingChanged = refusal('resource.nothing_changed', 409, {
  zh: '退回后尚未修改',
  en: 'Nothing was changed since it was returned or rejected',
});

export const ResourceNoRevision = refusal('resource.no_revision', 409, { zh: '没有修订稿', en: 'It has no revision' });

export const ResourceOtherTier = refusal(
  'resource.other_tier',
  409,
  { zh: '由其他层级的单位办理', en: 'Another tier does this' },
  z.strictObject({ organisation: Id }),
);

export const ResourceReviewerNotNamed = refusal('resource.reviewer_not_named', 409, {
  zh: '本级没有指定您审核该学段、学科的这一审',
  en: 'The tier has not named you for this step, stage and subject',
});

export const ResourceReviewedAlready = refusal('resource.reviewed_already', 409, {
  zh: '各审须由不同的人办理，您已办理过本轮的一审',
  en: 'Each step takes another person; you have decided one of this round',
});

export const ResourceStepsRemain = refusal(
  'resource.steps_remain',
  409,
  { zh: '还须{steps}，目前只能通过本审', en: 'Still to come: {steps}; this step can only be passed' },
  z.strictObject({ steps: z.array(z.string()) }),
);

export const ResourceLastStep = refusal('resource.last_step', 409, {
  zh: '已是最后一审，请发布、退回或不予通过',
  en: 'This is the last step: publish, return or reject',
});

export const ResourceChecklistIncomplete = refusal(
  'resource.checklist_incomplete',
  409,
  { zh: '检查项尚未核对：{missing}', en: 'Not yet checked: {missing}' },
  z.strictObject({ missing: z.array(z.string()), codes: z.array(z.string()) }),
);

export const ResourceCodeUnknown = refusal(
  'resource.code_unknown',
  422,
  { zh: '本级的检查单没有这些代码：{codes}', en: 'The checklist of the tier has no {codes}' },
  z.strictObject({ codes: z.array(z.string()), known: z.array(z.string()) }),
);

export const ResourceCodesNeeded = refusal(
  'resource.codes_needed',
  409,
  { zh: '须注明原因代码', en: 'The tier asks for reason codes' },
  z.strictObject({ known: z.array(z.string()) }),
);

export const ResourceNotNextTier = refusal(
  'resource.not_next_tier',
  409,
  { zh: '只能报送到下一个上级单位', en: 'It goes to the next tier above, one after another' },
  z.strictObject({ next: Id.nullable() }),
);

export const ResourceNotStanding = refusal('resource.not_standing', 409, {
  zh: '该资源未在本级发布',
  en: 'It is not published at this tier',
});

export const ResourceHeld = refusal(
  'resource.held',
  409,
  { zh: '须由作出下架决定的单位或其上级恢复', en: 'Only who withdrew it, or an authority above, restores it' },
  z.strictObject({ organisation: Id }),
);

export const ReleaseNotFound = refusal('release.not_found', 404, { zh: '找不到该发布版', en: 'There is no such release' });
