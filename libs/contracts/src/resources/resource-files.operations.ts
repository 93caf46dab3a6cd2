import { z } from 'zod';
import { FileLink, FileUnknown } from '../files/files.js';
import { MoveNotAllowed } from '../life-cycle.js';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { Id, item, page, paging, value } from '../shapes/shapes.js';
import { resourceAuthors } from './life-cycle.js';
import { ReleaseNotFound, ResourceLocked, ResourceNotFound, ResourceNotYours } from './refusals.js';
import { releaseNumber } from './releases.js';
import {
  FailedInput,
  ResourceFile,
  ResourceFileInput,
  ResourceFileNotFound,
  ResourceFilesTooMany,
  ResourceFileUnfit,
  Transcoding,
  transcodingStates,
  TranscodingNotFound,
} from './resource-files.js';

const params = z.object({ resourceId: Id.describe('资源标识 id of the resource') });
const fileParams = params.extend({ fileId: Id.describe('资源文件标识 id of the file of the resource') });
const releaseParams = params.extend({ number: releaseNumber });
const transcodingParams = z.object({ transcodingId: Id.describe('转码标识 id of the transcoding') });
const readers = [...postRoles, 'app'] as const;

/** The files of a resource. They travel by the files module; here they are given to a resource, listed, and handed out. */
export const resourceFileOperations = {
  addFile: operation('post', '/resources/:resourceId/files', {
    summary: '添加资源文件 Add a file to a resource',
    description:
      '先以 files.ticket（用途 resource）上传。审核中不能添加；已上架的成为修订稿的一部分，审核前读者看不到。 Sent before by files.ticket, kind resource. Not while it is under review; of what is published it becomes part of a revision, which readers do not see before its review.',
    scope: 'resources.write',
    permits: resourceAuthors,
    params,
    body: ResourceFileInput,
    returns: item(ResourceFile),
    fails: [ResourceNotFound, ResourceNotYours, ResourceLocked, FileUnknown, ResourceFilesTooMany, ResourceFileUnfit],
  }),
  files: operation('get', '/resources/:resourceId/files', {
    summary: '资源的文件 List the files of a resource',
    description:
      '正文在前。读者看到上架时的文件，管理者看到现有的；给出 round 时为当时送审的文件。 What is the resource itself first. Readers see those it was published with, who manages it those it has now. With `round`, those of that round of review.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params,
    query: z.object({ round: z.coerce.number().int().min(1).optional().describe('第几次送审时 as of this round of review') }),
    returns: value(z.object({ files: z.array(ResourceFile).describe('文件 files') })),
    fails: [ResourceNotFound],
  }),
  fileLink: operation('post', '/resources/:resourceId/files/:fileId/link', {
    summary: '取得资源文件的下载地址 Get an address to download a file of a resource from',
    description:
      '短时有效，支持分段下载；音视频在播放时长内有效。 Short-lived, by ranges; of what is watched or listened to, good for as long as it runs.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params: fileParams,
    returns: value(FileLink),
    fails: [ResourceNotFound, ResourceFileNotFound],
  }),
  releaseFiles: operation('get', '/resources/:resourceId/releases/:number/files', {
    summary: '发布版的文件 List the files of a release',
    description:
      '上架过的文件；资源下架或到期后仍可查看，紧急下架后不可。 What went out with it: for whoever could read it then, also after it was withdrawn or expired, not after it was taken down.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params: releaseParams,
    returns: value(z.object({ files: z.array(ResourceFile).describe('文件 files') })),
    fails: [ReleaseNotFound],
  }),
  releaseFileLink: operation('post', '/resources/:resourceId/releases/:number/files/:fileId/link', {
    summary: '取得发布版文件的下载地址 Get an address to download a file of a release from',
    description: '上课用过的仍可下载。 What a class used last year stays there; good as long as the link to any file of a resource.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params: releaseParams.extend({ fileId: Id.describe('资源文件标识 id of the file of the resource') }),
    returns: value(FileLink),
    fails: [ReleaseNotFound, ResourceFileNotFound],
  }),
  removeFile: operation('delete', '/resources/:resourceId/files/:fileId', {
    summary: '移除资源文件 Take a file away from a resource',
    description: '送审过的版本仍可查看与下载。 What was submitted with an earlier round stays with it.',
    scope: 'resources.write',
    permits: resourceAuthors,
    params: fileParams,
    fails: [ResourceNotFound, ResourceNotYours, ResourceLocked, ResourceFileNotFound],
  }),
};

const transcoder = { scope: 'resources.write', permits: ['app'] } as const;

/** The hook for transcoding: a program hears `transcoding.ordered`, takes what waits, and brings back what it made. */
export const transcodingOperations = {
  transcodings: operation('get', '/transcodings', {
    summary: '转码任务 List transcodings',
    description: '浏览器不能直接播放的录像在加入资源时产生。 Made when a recording that browsers do not play is added to a resource.',
    scope: 'resources.read',
    permits: [...resourceAuthors, 'resourceReviewer', 'centreHead', 'systemAdmin', 'app'],
    query: z.object({ state: z.enum(transcodingStates).optional().describe('状态 state'), ...paging }),
    returns: page(Transcoding),
  }),
  takeTranscoding: operation('post', '/transcodings/:transcodingId/take', {
    summary: '领取转码任务 Take a transcoding',
    description:
      '领取后六小时未交还则重新等待。答复含原文件地址。 What is not back after six hours waits again. Answers where the recording is.',
    ...transcoder,
    params: transcodingParams,
    returns: value(
      z.object({
        transcoding: Transcoding.describe('转码任务 the transcoding'),
        source: FileLink.describe('原文件地址 where the recording is'),
      }),
    ),
    fails: [TranscodingNotFound, MoveNotAllowed],
  }),
  finishTranscoding: operation('post', '/transcodings/:transcodingId/finish', {
    summary: '交还转码件 Bring back what was transcoded',
    description: '转码件先以 files.ticket（用途 resource）上传。 Sent before by files.ticket, kind resource.',
    ...transcoder,
    params: transcodingParams,
    body: z.strictObject({ file: Id.describe('转码件文件标识 id of the file that was made') }),
    returns: item(Transcoding),
    fails: [TranscodingNotFound, MoveNotAllowed, FileUnknown, ResourceFileUnfit],
  }),
  failTranscoding: operation('post', '/transcodings/:transcodingId/fail', {
    summary: '报告转码失败 Say that a transcoding failed',
    ...transcoder,
    params: transcodingParams,
    body: FailedInput,
    returns: item(Transcoding),
    fails: [TranscodingNotFound, MoveNotAllowed],
  }),
  retryTranscoding: operation('post', '/transcodings/:transcodingId/retry', {
    summary: '重新转码 Have a failed transcoding tried again',
    scope: 'resources.write',
    permits: resourceAuthors,
    params: transcodingParams,
    returns: item(Transcoding),
    fails: [TranscodingNotFound, MoveNotAllowed],
  }),
};
