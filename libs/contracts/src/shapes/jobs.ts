import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { refusal } from '../machinery/refusal.js';
import type { Role } from '../roles.js';
import type { Scope } from '../scopes.js';
import { Id, Instant, page, paging, value } from './shapes.js';

/** The states of a job 后台任务; the last three are final. */
export const jobStates = ['queued', 'running', 'waiting', 'done', 'failed', 'cancelled'] as const;

export const JobState = z
  .enum(jobStates)
  .describe('状态：排队、进行中、等待确认、完成、失败、已取消 state: queued, running, waiting for confirmation, done, failed, cancelled');

/** A file that was made for whoever asked. */
export const MadeFile = z.object({
  id: Id.describe('文件标识 id of the file'),
  name: z.string().describe('文件名 name of the file'),
});

/** Long work that goes on without its caller. */
export const Job = z
  .object({
    id: Id.describe('标识 id (UUIDv7)'),
    kind: z.string().describe('后台任务种类 kind of job'),
    organisation: Id.describe('所属组织 organisation it is done for'),
    state: JobState,
    done: z.int().describe('已处理的行数 rows done'),
    total: z.int().nullable().describe('总行数，读完前未知 rows in all; unknown until they have been counted'),
    errorCount: z.int().describe('出错行数 rows that did not go in'),
    waitsFor: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('等待确认的内容 what it waits for a person to confirm; null in any other state'),
    result: z.record(z.string(), z.unknown()).nullable().describe('结果 what it did; null until it is done'),
    refused: z
      .object({ code: z.string().describe('错误代码 code of the refusal'), detail: z.string().describe('说明 explanation') })
      .nullable()
      .describe('失败原因 why it failed'),
    files: z.array(MadeFile).describe('生成的文件，用 files.link 下载 files it made; download them by files.link'),
    createdAt: Instant.describe('下达时间 when it was ordered'),
    updatedAt: Instant.describe('最近进展时间 when it last got on'),
    endedAt: Instant.nullable().describe('结束时间 when it ended'),
  })
  .meta({ id: 'Job' });

/** A row that did not go in, so that a school can mend its file. */
export const RowError = z
  .object({
    file: z.string().describe('文件 file'),
    line: z.int().describe('行号，表头为第 1 行 line; the header is line 1'),
    field: z.string().describe('字段 field'),
    code: z.string().describe('错误代码 code'),
    reason: z.string().describe('原因，不含个人信息 reason, without personal data'),
  })
  .meta({ id: 'RowError' });

export const JobUnknown = refusal('job.unknown', 404, { zh: '找不到该后台任务', en: 'No such job' });
export const JobNotWaiting = refusal('job.not_waiting', 409, {
  zh: '该后台任务不在等待确认',
  en: 'This job does not wait for confirmation',
});
export const JobEnded = refusal('job.ended', 409, { zh: '该后台任务已结束', en: 'This job has ended' });
export const JobRightsLost = refusal('job.rights_lost', 409, {
  zh: '下达后台任务的人已无此权限，后台任务停止',
  en: 'Whoever ordered this job no longer may; it stopped',
});

const params = z.object({ jobId: Id.describe('后台任务标识 id of the job') });

/** How a service shows its jobs, below a path of its own: routes are one space over all services. */
export const jobOperations = (path: '/jobs' | '/resource-jobs', scopes: { read: Scope; write: Scope }, permits: readonly Role[]) => ({
  jobs: operation('get', path, {
    summary: '后台任务列表 List jobs',
    scope: scopes.read,
    permits,
    query: z.object({ state: JobState.optional(), ...paging }),
    returns: page(Job),
  }),
  job: operation('get', `${path}/:jobId`, {
    summary: '后台任务进度 Follow a job',
    description:
      '进度随时可读；服务重启后后台任务从中断处继续。 Progress can be read at any time; a job that a restart cut off goes on where it was.',
    scope: scopes.read,
    permits,
    params,
    returns: value(Job),
    fails: [JobUnknown],
  }),
  jobErrors: operation('get', `${path}/:jobId/errors`, {
    summary: '后台任务中出错的行 List the rows a job could not take',
    scope: scopes.read,
    permits,
    params,
    query: z.object(paging),
    returns: page(RowError),
    fails: [JobUnknown],
  }),
  confirmJob: operation('post', `${path}/:jobId/confirm`, {
    summary: '确认并继续后台任务 Confirm a job that waits',
    scope: scopes.write,
    permits,
    params,
    returns: value(Job),
    fails: [JobUnknown, JobNotWaiting],
  }),
  cancelJob: operation('post', `${path}/:jobId/cancel`, {
    summary: '取消后台任务 Cancel a job',
    description: '已处理的行保留。 What it has done so far stays.',
    scope: scopes.write,
    permits,
    params,
    returns: value(Job),
    fails: [JobUnknown, JobEnded],
  }),
});
