import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { creatable, Day, Id, Instant, itemShape, moves, text } from '../../shapes/shapes.js';

export const productKinds = ['hardware', 'software', 'service'] as const;

const productContent = {
  name: text(120).describe('产品名称 name'),
  kind: z.enum(productKinds).describe('种类：硬件、软件、服务 hardware, software or service'),
  vendor: Id.describe('企业 vendor (organisation) that makes or sells it'),
};
const versionContent = {
  label: text(60).describe('版本号或型号 number of the version, or model'),
  released: Day.describe('发布日期 day it came out'),
};

export const ProductInput = z.strictObject({ ...creatable, ...productContent });
export const ProductVersionInput = z.strictObject(versionContent);

export const ProductVersion = z.object({ id: Id.describe('版本标识 id of the version'), ...versionContent }).meta({ id: 'ProductVersion' });
export type ProductVersion = z.output<typeof ProductVersion>;

/** 产品: something schools could buy, in the versions that can be tested. */
export const Product = z
  .object({
    ...itemShape,
    organisation: Id.describe('登记单位 authority that registered it'),
    ...productContent,
    versions: z.array(ProductVersion).describe('版本，先登记者在前 versions, first registered first'),
  })
  .meta({ id: 'Product' });
export type Product = z.output<typeof Product>;
export const ProductFact = Product.omit({ version: true, createdAt: true, updatedAt: true }).meta({ id: 'ProductFact' });
export type ProductFact = z.output<typeof ProductFact>;
export const productFacts = facts('resources', 'product', ProductFact, {
  registered: '产品已登记 A product was registered',
  versioned: '产品版本已登记 A version of a product was registered',
});

export const testStates = ['running', 'published'] as const;
export type TestState = (typeof testStates)[number];

const Criterion = z
  .strictObject({
    code: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,39}$/)
      .describe('指标代码 code of the criterion'),
    name: text(120).describe('指标 criterion'),
    max: z.int().min(1).max(1000).describe('满分 most points'),
  })
  .meta({ id: 'TestCriterion' });

const plan = {
  name: text(120).describe('名称 name'),
  method: text(4000).describe('评测方案：环境、步骤、数据 plan: environment, steps, data'),
  criteria: z.array(Criterion).min(1).max(50).describe('评测指标 criteria'),
  least: z.int().min(1).max(50).default(3).describe('最少专家人数 fewest experts whose scores make a comparison'),
  replyDays: z.int().min(1).max(90).default(10).describe('企业答复天数 days in which vendors reply'),
};

export const ProductTestInput = z
  .strictObject({
    ...creatable,
    ...plan,
    versions: z
      .array(z.strictObject({ product: Id.describe('产品 product'), version: Id.describe('版本 version') }))
      .min(1)
      .max(20)
      .describe('参评的产品版本 versions that are compared'),
  })
  .superRefine(({ criteria, versions }, context) => {
    const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const [codes, ids] = [criteria.map(({ code }) => code), versions.map(({ version }) => version.toLowerCase())];
    codes.forEach((code, index) => codes.indexOf(code) < index && complain(['criteria', index, 'code'], 'code.repeated'));
    ids.forEach((id, index) => ids.indexOf(id) < index && complain(['versions', index, 'version'], 'version.repeated'));
  });

export const TestedVersion = z
  .object({
    product: Id.describe('产品 product'),
    version: Id.describe('版本 version'),
    vendor: Id.describe('企业 vendor'),
    name: z.string().describe('产品名称 name of the product'),
    label: z.string().describe('版本号或型号 number of the version, or model'),
  })
  .meta({ id: 'TestedVersion' });
export type TestedVersion = z.output<typeof TestedVersion>;

const Compared = z
  .object({
    version: Id.describe('版本 version'),
    rank: z.int().min(1).describe('名次，同分同名次 rank; equal points share it'),
    points: z.string().describe('平均总分，两位小数 mean of the totals, two decimal places'),
    criteria: z
      .array(z.object({ code: z.string().describe('指标代码 criterion'), points: z.string().describe('平均分，两位小数 mean') }))
      .describe('各项平均分 mean by criterion'),
  })
  .meta({ id: 'ComparedVersion' });
export type Compared = z.output<typeof Compared>;

const Reply = z
  .object({
    product: Id.describe('产品 product'),
    words: z.string().describe('答复 what the vendor replies'),
    at: Instant.describe('答复时间 when'),
  })
  .meta({ id: 'ProductReply' });
export type ProductReply = z.output<typeof Reply>;

/** 产品评测: versions of products held against the same criteria by experts who have no part in them. */
export const ProductTest = z
  .object({
    ...itemShape,
    organisation: Id.describe('组织单位 authority that tests'),
    ...plan,
    versions: z.array(TestedVersion).describe('参评的产品版本 versions that are compared'),
    status: z.enum(testStates).describe('评测中或已公布 running, or published'),
    publishedAt: Instant.nullable().describe('公布时间 when it was published'),
    experts: z.int().nullable().describe('计入的专家人数 experts whose scores count; null until published'),
    comparison: z.array(Compared).nullable().describe('比较结果，名次在前者在前 comparison, best first; null until published'),
    replies: z.array(Reply).describe('企业答复 what vendors reply'),
  })
  .meta({ id: 'ProductTest' });
export type ProductTest = z.output<typeof ProductTest>;
export const ProductTestFact = ProductTest.pick({ id: true, organisation: true, name: true, versions: true, status: true }).meta({
  id: 'ProductTestFact',
});
export type ProductTestFact = z.output<typeof ProductTestFact>;
export const productTestFacts = facts('resources', 'product_test', ProductTestFact, {
  planned: '产品评测已立项 A product test was planned',
  published: '产品评测结果已公布 The comparison of a product test was published',
  replied: '企业已答复产品评测 A vendor replied to a product test',
});

export const scoringStates = ['assigned', 'scored', 'declined'] as const;
export type ScoringState = (typeof scoringStates)[number];
export const scoringMoves = ['score', 'decline'] as const;
export const scoringLifeCycle = new LifeCycle<ScoringState, (typeof scoringMoves)[number]>({
  score: { from: ['assigned'], to: 'scored', by: ['expert'] },
  decline: { from: ['assigned'], to: 'declined', by: ['expert'] },
});

const VersionScores = z
  .strictObject({
    version: Id.describe('版本 version'),
    points: z.record(z.string().max(40), z.int().min(0).max(1000)).describe('各项得分 points by criterion'),
    comment: text(2000).optional().describe('评语 comment'),
  })
  .meta({ id: 'VersionScores' });
export type VersionScores = z.output<typeof VersionScores>;

export const ProductScoringInput = z.strictObject({
  noInterest: z.literal(true).describe('声明：与参评企业没有利害关系 statement that the expert has no interest in these vendors'),
  scores: z.array(VersionScores).min(1).max(20).describe('每个版本的打分 scores of every version'),
});
export const ProductScoringDecline = z.strictObject({
  vendors: z.array(Id).max(20).describe('有利害关系的企业，没有则为空 vendors in which the expert has an interest; may be empty'),
  reason: text(500).describe('回避原因 why'),
});

/** One expert’s scores of every version in a test. */
export const ProductScoring = z
  .object({
    ...itemShape,
    organisation: Id.describe('组织单位 authority that tests'),
    test: Id.describe('产品评测 product test'),
    expert: Id.describe('专家的人员标识 person id of the expert'),
    status: z.enum(scoringStates).describe('状态 state'),
    scores: z.array(VersionScores).describe('打分 scores'),
    reason: z.string().nullable().describe('回避原因 why the expert declined'),
    moves: moves(scoringMoves),
  })
  .meta({ id: 'ProductScoring' });
export type ProductScoring = z.output<typeof ProductScoring>;
/** That a test is being scored; not by whom, nor how. */
export const ProductScoringFact = ProductScoring.pick({ id: true, organisation: true, test: true, status: true }).meta({
  id: 'ProductScoringFact',
});
export type ProductScoringFact = z.output<typeof ProductScoringFact>;
export const productScoringFacts = facts('resources', 'product_scoring', ProductScoringFact, {
  assigned: '评测专家已分配 An expert was assigned to a product test',
  scored: '评测专家已打分 An expert scored a product test',
  declined: '评测专家已回避 An expert declined to score a product test',
});

export const ProductNotFound = refusal('product.not_found', 404, { zh: '找不到该产品', en: 'There is no such product' });
export const ProductVendorUnknown = refusal('product.vendor_unknown', 404, { zh: '找不到该企业', en: 'There is no such vendor' });
export const ProductVersionTaken = refusal('product.version_taken', 409, {
  zh: '该产品已有此版本',
  en: 'This product has this version already',
});
export const ProductTestNotFound = refusal('product_test.not_found', 404, { zh: '找不到该产品评测', en: 'There is no such product test' });
export const ProductTestVersionUnknown = refusal(
  'product_test.version_unknown',
  422,
  { zh: '有 {count} 个版本未登记', en: '{count} versions are not registered' },
  z.strictObject({ count: z.int(), versions: z.array(Id) }),
);
export const ProductTestOver = refusal('product_test.over', 409, {
  zh: '评测结果已公布',
  en: 'Its comparison has been published',
});
export const ProductTestRunning = refusal('product_test.running', 409, {
  zh: '评测结果尚未公布',
  en: 'Its comparison has not been published yet',
});
export const ProductExpertUnknown = refusal('product_test.expert_unknown', 404, { zh: '找不到该专家', en: 'There is no such expert' });
export const ProductExpertAssigned = refusal('product_test.expert_assigned', 409, {
  zh: '该专家已分配到此评测',
  en: 'This expert is assigned to this test already',
});
export const ProductExpertConflict = refusal(
  'product_test.conflict',
  409,
  { zh: '专家与参评产品有利害关系，应当回避', en: 'The expert has a conflict of interest with what is tested' },
  z.strictObject({ because: z.enum(['post', 'declared', 'planner']) }),
);
export const ProductScoringNotFound = refusal('product_scoring.not_found', 404, { zh: '找不到该打分任务', en: 'There is no such scoring' });
export const ProductScoresUnfit = refusal(
  'product_scoring.unfit',
  422,
  { zh: '打分不符合评测指标', en: 'The scores do not fit the criteria' },
  z.strictObject({
    faults: z.array(
      z.strictObject({
        version: Id,
        criterion: z.string().nullable(),
        rule: z.enum(['missing', 'unknown', 'repeated', 'range']),
        max: z.int().nullable(),
      }),
    ),
  }),
);
export const ProductTestTooFew = refusal(
  'product_test.too_few',
  409,
  { zh: '至少要有 {least} 位专家打分，现有 {scored} 位', en: 'At least {least} experts must have scored; {scored} have' },
  z.strictObject({ least: z.int(), scored: z.int() }),
);
export const ProductReplyNotYours = refusal('product_test.not_yours', 409, {
  zh: '由参评产品的企业答复',
  en: 'Only the vendor of a product that was tested replies',
});
export const ProductReplied = refusal('product_test.replied', 409, { zh: '该产品已有答复', en: 'This product has its reply already' });
export const ProductReplyOver = refusal(
  'product_test.reply_over',
  409,
  { zh: '答复期至 {until}', en: 'Replies were taken until {until}' },
  z.strictObject({ until: Instant }),
);
