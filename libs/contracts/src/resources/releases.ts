import { z } from 'zod';
import { Day, Id, Instant } from '../shapes/shapes.js';
import { ResourceContent } from './content.js';

const known = {
  number: z.int().min(1).describe('版次 number'),
  organisation: Id.describe('首次发布该版的单位 organisation that published it first'),
  publishedAt: Instant.describe('发布时间 when it was published'),
  replacedAt: Instant.nullable().describe('被新版取代的时间 when a newer release took its place; null for the latest'),
};

/** 发布版: what a resource said from its publication until the next; kept for good, since lessons were built on it. */
export const ReleaseLine = z.object(known).meta({ id: 'ReleaseLine' });
export type ReleaseLine = z.output<typeof ReleaseLine>;
export const Release = z.object({ ...known, content: ResourceContent.describe('内容 what it said') }).meta({ id: 'Release' });
export type Release = z.output<typeof Release>;

export const releaseNumber = z.coerce.number().int().min(1).max(100_000).describe('版次 number of the release');

export const releaseOn = Day.describe(
  '只列当日生效的一版，例如上学年上课用的 only the release in force on that day, e.g. of a lesson last year',
);

/** What a line of provenance tells. */
export const provenanceEvents = [
  'registered',
  'imported',
  'collected',
  'submitted',
  'passed',
  'returned',
  'rejected',
  'published',
  'putForward',
  'withdrawn',
  'takenDown',
  'restored',
  'confirmed',
  'expired',
  'goneThere',
] as const;
export type ProvenanceEvent = (typeof provenanceEvents)[number];

/** 来历: one line of where a resource has been. */
export const ProvenanceLine = z
  .object({
    at: Instant.describe('时间 when'),
    what: z.enum(provenanceEvents).describe('事项 what happened'),
    organisation: Id.describe('办理单位 organisation at which it happened'),
    release: z.int().nullable().describe('涉及的发布版次 release it is about'),
    round: z.int().nullable().describe('涉及的送审次数 round it is about'),
    details: z.record(z.string(), z.unknown()).describe('细节，如来源平台或征集 details, e.g. the platform or call it came from'),
  })
  .meta({ id: 'ProvenanceLine' });
export type ProvenanceLine = z.output<typeof ProvenanceLine>;

const LangString = z.object({
  language: z.string().describe('语种 language'),
  value: z.string().describe('文字 text'),
});
const term = z
  .object({ source: z.string().describe('词表 vocabulary'), value: z.string().describe('取值 value') })
  .describe('词表取值 term of a vocabulary');
const contribute = z.object({
  role: term.describe('角色 role'),
  entity: z.array(z.string()).describe('人员或单位标识 ids of people or organisations'),
  date: z.string().nullable().describe('日期 date'),
});

/** 学习对象元数据 GB/T 21365 (IEEE 1484.12.1 LOM): the view of a resource in its nine categories. */
export const LearningObjectMetadata = z
  .object({
    general: z
      .object({
        identifier: z
          .array(z.object({ catalog: z.string().describe('标识体系 catalogue'), entry: z.string().describe('标识 entry') }))
          .describe('标识 identifiers'),
        title: LangString.describe('标题 title'),
        language: z.array(z.string()).describe('语种 languages'),
        description: z.array(LangString).describe('描述 descriptions'),
        keyword: z.array(LangString).describe('关键词 keywords'),
        structure: term.describe('结构 structure'),
        aggregationLevel: term.describe('聚合层次 aggregation level'),
      })
      .describe('1 通用 General'),
    lifeCycle: z
      .object({
        version: LangString.describe('版本 version'),
        status: term.describe('状态 status'),
        contribute: z.array(contribute).describe('贡献 contributions'),
      })
      .describe('2 生存期 Life cycle'),
    metaMetadata: z
      .object({
        metadataSchema: z.array(z.string()).describe('元数据方案 metadata schemas'),
        language: z.string().describe('元数据语种 language of the metadata'),
      })
      .describe('3 元元数据 Meta-metadata'),
    technical: z
      .object({
        format: z.array(z.string()).describe('格式：各文件的媒体类型 media types of its files'),
        size: z.string().nullable().describe('文件共多少字节 bytes of its files together; null where it has none'),
        location: z.array(z.string()).describe('位置 where it is read'),
        duration: z.string().nullable().describe('时长（ISO 8601） how long its recordings run; null where it has none'),
      })
      .describe('4 技术 Technical: its files'),
    educational: z
      .object({
        learningResourceType: z.array(term).describe('学习资源类型 learning resource types'),
        intendedEndUserRole: z.array(term).describe('使用者 intended end users'),
        context: z.array(term).describe('学段 contexts'),
        typicalAgeRange: z.array(LangString).describe('典型年龄 typical ages'),
        description: z.array(LangString).describe('应用说明 how it is used'),
      })
      .describe('5 教育 Educational'),
    rights: z
      .object({
        cost: term.describe('是否收费 cost'),
        copyrightAndOtherRestrictions: term.describe('有无版权限制 restrictions'),
        description: LangString.describe('许可与权利人 licence and rights holder'),
      })
      .describe('6 权利 Rights'),
    relation: z
      .array(z.object({ kind: term.describe('关系 kind'), resource: z.string().describe('所指资源 resource') }))
      .describe('7 关系 Relations'),
    annotation: z
      .array(z.object({ date: z.string().describe('日期 date'), description: LangString.describe('评注 words') }))
      .describe('8 评注：各级发布 Annotations: where it was published'),
    classification: z
      .array(
        z.object({
          purpose: term.describe('用途 purpose'),
          taxonPath: z
            .array(z.object({ id: z.string().describe('标识 id'), entry: z.string().describe('名称 name') }))
            .describe('分类路径 path'),
        }),
      )
      .describe('9 分类 Classifications'),
  })
  .meta({ id: 'LearningObjectMetadata' });
export type LearningObjectMetadata = z.output<typeof LearningObjectMetadata>;
