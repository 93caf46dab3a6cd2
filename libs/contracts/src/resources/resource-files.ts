import { z } from 'zod';
import { FileContent, FileFamily, FileName } from '../files/contents.js';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { resourceAuthors } from './life-cycle.js';

/** What a file is to its resource. */
export const filePurposes = {
  main: { zh: '正文', en: 'The resource itself' },
  supplement: { zh: '配套材料', en: 'What goes with it' },
  cover: { zh: '封面', en: 'Its cover' },
  subtitles: { zh: '字幕', en: 'Subtitles' },
  rendition: { zh: '转码件', en: 'A recording in a form that every browser plays' },
} as const;
export type FilePurpose = keyof typeof filePurposes;

const purposes = Object.keys(filePurposes) as [FilePurpose, ...FilePurpose[]];
const FilePurpose = z.enum(purposes).describe('用处：正文、配套材料、封面、字幕、转码件 what the file is to the resource');

/** A lesson and all its material; what is more belongs into a package. */
export const mostFilesOfResource = 50;

/** 转码状态: how far a recording is on its way to a form that every browser plays. */
export const transcodingStates = ['waiting', 'taken', 'done', 'failed'] as const;
export type TranscodingState = (typeof transcodingStates)[number];
export const transcodingMoves = ['take', 'finish', 'fail', 'retry'] as const;

export const transcodingLife = new LifeCycle<TranscodingState, (typeof transcodingMoves)[number]>({
  take: { from: ['waiting'], to: 'taken', by: ['app'] },
  finish: { from: ['taken'], to: 'done', by: ['app'] },
  fail: { from: ['taken'], to: 'failed', by: ['app'] },
  retry: { from: ['failed'], to: 'waiting', by: resourceAuthors },
});

const TranscodingState = z.enum(transcodingStates).describe('转码状态：待转、转码中、已完成、失败 state of the transcoding');

export const ResourceFileInput = z.strictObject({
  file: Id.describe('已上传文件的标识（用途 resource） id of the file that was sent, kind resource'),
  purpose: z.enum(['main', 'supplement', 'cover', 'subtitles']).default('main').describe('用处，缺省为正文 what it is to the resource'),
  name: FileName.optional().describe('文件名，缺省为上传时的名称 its name; as it was sent unless said'),
});

const known = {
  resource: Id.describe('资源 the resource it belongs to'),
  purpose: FilePurpose,
  family: FileFamily,
  content: FileContent.describe('内容 what it was seen to be'),
  size: z.int().describe('字节数 bytes'),
  sha256: z.string().describe('内容的 SHA-256 hash of its content'),
  of: Id.nullable().describe('转码件的原文件；其余为空 the file a rendition was made of; null for all others'),
};

/** A file of a resource 资源文件. */
export const ResourceFile = z
  .object({
    ...itemShape,
    ...known,
    name: z.string().describe('文件名 name of the file'),
    transcoding: TranscodingState.nullable().describe(
      '转码状态；浏览器能直接播放的为空 state of its transcoding; null where none is needed',
    ),
  })
  .meta({ id: 'ResourceFile' });
export type ResourceFile = z.output<typeof ResourceFile>;

/** A file in facts: without its name, which is somebody's free words. */
export const ResourceFileFact = z
  .object({
    id: Id.describe('标识 id'),
    version: z.int().describe('版本 version'),
    organisation: Id.describe('所属组织 organisation it belongs to'),
    ...known,
    removed: z.boolean().describe('已移除 taken away'),
  })
  .meta({ id: 'ResourceFileFact' });
export type ResourceFileFact = z.output<typeof ResourceFileFact>;
export const resourceFileFacts = facts('resources', 'resource_file', ResourceFileFact, {
  added: '资源文件已添加 A file was added to a resource',
  removed: '资源文件已移除 A file was taken away from a resource',
  forgotten: '资源文件已清除 A file of a resource was forgotten',
});

/** 转码: one recording that a program is asked to bring into a form that every browser plays. */
export const Transcoding = z
  .object({
    ...itemShape,
    resource: Id.describe('资源 the resource'),
    file: Id.describe('原文件 the file it is made of'),
    state: TranscodingState,
    content: FileContent.describe('原内容 what the recording is now'),
    size: z.int().describe('原文件字节数 bytes of the recording'),
    attempts: z.int().describe('领取次数 how often it was taken'),
    takenAt: Instant.nullable().describe('领取时间 when it was last taken'),
    reason: z.string().nullable().describe('失败原因 why it failed last'),
    rendition: Id.nullable().describe('转码件 the file that came of it'),
    moves: moves(transcodingMoves),
  })
  .meta({ id: 'Transcoding' });
export type Transcoding = z.output<typeof Transcoding>;

export const TranscodingFact = z
  .object({
    id: Id.describe('标识 id'),
    version: z.int().describe('版本 version'),
    organisation: Id.describe('所属组织 organisation it belongs to'),
    resource: Id.describe('资源 the resource'),
    file: Id.describe('原文件 the file it is made of'),
    state: TranscodingState,
    content: FileContent.describe('原内容 what the recording is now'),
    rendition: Id.nullable().describe('转码件 the file that came of it'),
  })
  .meta({ id: 'TranscodingFact' });
export type TranscodingFact = z.output<typeof TranscodingFact>;
/** `ordered` is the hook: a program that transcodes subscribes to it. */
export const transcodingFacts = facts('resources', 'transcoding', TranscodingFact, {
  ordered: '有待转码 A recording waits to be transcoded',
  taken: '转码已领取 A transcoding was taken',
  finished: '转码已完成 A transcoding was finished',
  failed: '转码失败 A transcoding failed',
});

export const FailedInput = z.strictObject({ reason: text(300).describe('失败原因 why it failed') });

export const ResourceFileNotFound = refusal('resource_file.not_found', 404, {
  zh: '找不到该资源文件',
  en: 'The resource has no such file',
});
export const ResourceFilesTooMany = refusal(
  'resource_file.too_many',
  409,
  { zh: '一个资源至多 {most} 个文件', en: 'A resource has at most {most} files' },
  z.strictObject({ most: z.int() }),
);
export const ResourceFileUnfit = refusal(
  'resource_file.unfit',
  422,
  { zh: '{purpose}只能是{families}', en: 'A file of this purpose ({purpose}) is one of: {families}' },
  z.strictObject({ purpose: FilePurpose, families: z.array(FileFamily) }),
);
export const TranscodingNotFound = refusal('transcoding.not_found', 404, { zh: '找不到该转码任务', en: 'There is no such transcoding' });
