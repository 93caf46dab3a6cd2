import { z } from 'zod';
import { contract, operation } from './machinery/operation.js';
import { refusal } from './machinery/refusal.js';
import { megabyte, mostMegabytes } from './reporting/attachments.js';
import { fillers } from './reporting/submissions.js';
import { readers as reportReaders } from './reporting/who.js';
import { callReaders, callWorkers } from './activities/calls/calls.js';
import { questionReaders, questionWriters } from './resources/questions.js';
import type { Role } from './roles.js';
import { Id, Instant, text, value } from './shapes/shapes.js';

/** What files may be sent for, how large, and by whom. */
export const fileKinds = {
  roster: { zh: '名单', maxBytes: 256 * 1024 * 1024, permits: ['systemAdmin', 'schoolAdmin', 'rollManager', 'app'] },
  form: { zh: '填报表', maxBytes: 32 * 1024 * 1024, permits: reportReaders },
  work: { zh: '应征作品', maxBytes: 2 * 1024 * 1024 * 1024, permits: callWorkers },
  questions: { zh: '试题', maxBytes: 32 * 1024 * 1024, permits: questionWriters },
  figure: { zh: '试题的图', maxBytes: 5 * 1024 * 1024, permits: questionWriters },
  attachment: { zh: '附件', maxBytes: mostMegabytes * megabyte, permits: fillers },
} as const satisfies Record<string, { zh: string; maxBytes: number; permits: readonly Role[] }>;

export type FileKind = keyof typeof fileKinds;
const kinds = Object.keys(fileKinds) as [FileKind, ...FileKind[]];
const permits: readonly Role[] = [
  ...new Set([...Object.values(fileKinds).flatMap((kind) => kind.permits), ...callReaders, ...questionReaders]),
];

/** Why a file is no table that can be read. */
export const tableFaults = [
  'not_a_zip',
  'not_a_workbook',
  'encrypted',
  'too_large',
  'too_many_files',
  'too_many_rows',
  'broken_quotes',
  'broken_xml',
  'encoding',
  'no_header',
  'missing_column',
] as const;

export const FileTicket = z
  .object({
    id: Id.describe('文件标识，上传完成后用它指称文件 id by which the file is named once it is there'),
    maxBytes: z.int().describe('最大字节数 most bytes it may have'),
    uploadUrl: z.string().describe('一次上传的地址：以 PUT 发送全部内容 for small files: PUT all bytes here'),
    resumableUrl: z
      .string()
      .describe('断点续传的地址（tus 1.0），元数据须含 ticket for large ones: a tus 1.0 endpoint; metadata carries the ticket'),
    ticket: z.string().describe('上传凭据 the ticket itself'),
    expiresAt: Instant.describe('凭据失效时间 when the ticket expires'),
  })
  .meta({ id: 'FileTicket' });

export const KeptFile = z
  .object({
    id: Id.describe('文件标识 id of the file'),
    kind: z.string().describe('用途 what it is for'),
    name: z.string().describe('文件名 name'),
    size: z.int().describe('字节数 bytes'),
    sha256: z.string().describe('内容的 SHA-256 hash of its content'),
    forgottenAt: Instant.describe('删除时间 when it is deleted'),
  })
  .meta({ id: 'KeptFile' });

export const FileLink = z
  .object({
    url: z.string().describe('下载地址，短时有效，无需登录 address to download from; short-lived, needs no token'),
    expiresAt: Instant.describe('地址失效时间 when the address expires'),
  })
  .meta({ id: 'FileLink' });

export const FileUnknown = refusal('file.unknown', 404, { zh: '找不到该文件', en: 'No such file' });
export const FileTooLarge = refusal(
  'file.too_large',
  413,
  { zh: '文件过大，至多 {maxBytes} 字节', en: 'The file is too large; at most {maxBytes} bytes' },
  z.strictObject({ maxBytes: z.int() }),
);

const params = z.object({ fileId: Id.describe('文件标识 id of the file') });

/** Files 文件: they come and go by the gateway and never cross the wire between services. Each belongs to whoever sent or ordered it. */
export const files = contract('files', {
  ticket: operation('post', '/files', {
    summary: '申请上传凭据 Ask for a ticket to upload a file',
    description:
      '凭据给出两个地址：小文件一次 PUT，大文件用 tus 断点续传。 The ticket names two addresses: PUT small files at once, send large ones by tus, which resumes.',
    scope: 'files.write',
    permits,
    body: z.strictObject({
      kind: z.enum(kinds).describe('用途 what it is for'),
      name: text(200).describe('文件名 name of the file'),
      size: z.int().min(0).optional().describe('字节数，若已知 bytes, if known'),
    }),
    returns: value(FileTicket),
    fails: [FileTooLarge],
  }),
  file: operation('get', '/files/:fileId', {
    summary: '文件信息 Look at a file',
    scope: 'files.write',
    permits,
    params,
    returns: value(KeptFile),
    fails: [FileUnknown],
  }),
  link: operation('post', '/files/:fileId/link', {
    summary: '取得下载地址 Get an address to download a file from',
    scope: 'files.write',
    permits,
    params,
    returns: value(FileLink),
    fails: [FileUnknown],
  }),
});
