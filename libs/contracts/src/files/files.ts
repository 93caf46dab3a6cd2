import { z } from 'zod';
import { callReaders, callWorkers } from '../activities/calls/calls.js';
import { OrganisationUnknown } from '../identity/organisations.js';
import { contract, operation } from '../machinery/operation.js';
import { refusal } from '../machinery/refusal.js';
import { megabyte, mostMegabytes } from '../reporting/attachments.js';
import { fillers } from '../reporting/submissions.js';
import { readers as reportReaders } from '../reporting/who.js';
import { migrators, resourceAuthors } from '../resources/life-cycle.js';
import { questionReaders, questionWriters } from '../resources/questions.js';
import { postRoles, type Role } from '../roles.js';
import { Id, Instant, item, value } from '../shapes/shapes.js';
import { AllowanceInput, FileAllowance, FileAllowancesInForce, mostFileMegabytes } from './allowances.js';
import { FileContent, FileName, uploadRefusals } from './contents.js';

/** What files may be sent for, how large, and by whom; `looked`: its content is looked at when it is there. */
export const fileKinds = {
  roster: { zh: '名单', looked: false, maxBytes: 256 * 1024 * 1024, permits: ['systemAdmin', 'schoolAdmin', 'rollManager', 'app'] },
  organisations: { zh: '组织名单', looked: false, maxBytes: 64 * 1024 * 1024, permits: ['systemAdmin'] },
  form: { zh: '填报表', looked: false, maxBytes: 32 * 1024 * 1024, permits: reportReaders },
  work: { zh: '应征作品', looked: true, maxBytes: mostFileMegabytes * megabyte, permits: callWorkers },
  attachment: { zh: '附件', looked: true, maxBytes: mostMegabytes * megabyte, permits: fillers },
  questions: { zh: '试题', looked: false, maxBytes: 32 * megabyte, permits: questionWriters },
  figure: { zh: '试题的图', looked: true, maxBytes: 5 * megabyte, permits: questionWriters },
  migration: { zh: '迁移清单', looked: false, maxBytes: 64 * megabyte, permits: migrators },
  archive: { zh: '待迁入文件的压缩包', looked: true, maxBytes: mostFileMegabytes * megabyte, permits: migrators },
  resource: { zh: '资源文件', looked: true, maxBytes: mostFileMegabytes * megabyte, permits: [...resourceAuthors, ...migrators, 'app'] },
} as const satisfies Record<string, { zh: string; looked: boolean; maxBytes: number; permits: readonly Role[] }>;

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
      .describe(
        '断点续传的地址（tus 1.0）：元数据须含 ticket，每个请求都带本人的访问令牌 for large ones: a tus 1.0 endpoint; metadata carries the ticket, every request the sender’s own access token',
      ),
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
    sha256: z
      .string()
      .describe(
        '所存内容的 SHA-256；图片重绘后与上传时不同 hash of what is kept; a picture is drawn anew, so its hash is another than that sent',
      ),
    content: FileContent.nullable().describe('看到的内容；未检查的为空 what it was seen to be; null where nobody looked'),
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

const organisationId = z.object({ organisationId: Id.describe('组织标识 id of the organisation') });

/** Files 文件: they come and go by the gateway and never cross the wire between services. Each belongs to whoever sent or ordered it. */
export const files = contract('files', {
  ticket: operation('post', '/files', {
    summary: '申请上传凭据 Ask for a ticket to upload a file',
    description:
      '凭据给出两个地址：小文件一次 PUT，大文件用 tus 断点续传，只有申请人本人能续传。用途为 resource、figure、work 的文件收齐后按内容检查：类别与大小按本单位层级的规定，冒名、带脚本或宏、一物两用、压缩炸弹一律拒收。 The ticket names two addresses: PUT small files at once, send large ones by tus, which resumes, for nobody but who asked for it. What is sent for a resource, a question or a call is looked at once it is there: its kind and size as the tier of the sender allows; what lies about itself, carries scripts or macros, is two things at once or unpacks without end is refused.',
    scope: 'files.write',
    permits,
    body: z.strictObject({
      kind: z.enum(kinds).describe('用途 what it is for'),
      name: FileName.describe('文件名，不含路径 name of the file, without a path'),
      size: z.int().min(0).optional().describe('字节数，若已知 bytes, if known'),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional()
        .describe('内容的 SHA-256（十六进制小写），若给出则收齐后核对 hash of the content; if given, what arrives is held to it'),
    }),
    returns: value(FileTicket),
    fails: [FileTooLarge, ...uploadRefusals],
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
  allowances: operation('get', '/organisations/:organisationId/file-allowances', {
    summary: '可收哪些文件 Which files are taken',
    description: '由最近的上级规定；无人规定时为出厂设置。 As the nearest authority set it; as shipped where none did.',
    scope: 'files.write',
    permits: [...postRoles, 'app'],
    params: organisationId,
    returns: value(FileAllowancesInForce),
    fails: [OrganisationUnknown],
  }),
  setAllowance: operation('post', '/organisations/:organisationId/file-allowances', {
    summary: '规定可收哪些文件 Set which files are taken',
    description:
      '对本单位及下级该层级的上传者生效，直到下级另行规定。 Holds for those of this tier who send files here and below, unless somebody nearer set another.',
    scope: 'files.write',
    permits: ['systemAdmin'],
    params: organisationId,
    body: AllowanceInput,
    returns: item(FileAllowance),
    fails: [OrganisationUnknown],
  }),
});
