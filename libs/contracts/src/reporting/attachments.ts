import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, text } from '../shapes/shapes.js';
import { IndicatorCode } from './indicators.js';

/** Kinds of file that a form may ask for; told by the content, never by the name. */
export const attachmentKinds = ['pdf', 'ofd', 'jpeg', 'png', 'docx', 'xlsx'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

const kinds = z.array(z.enum(attachmentKinds)).min(1).max(attachmentKinds.length);
export const megabyte = 1024 * 1024;
/** The largest that any form may ask for. */
export const mostMegabytes = 64;

/** A file that a form asks for: a lease, a photograph, a signed list 附件要求. */
export const AskedAttachment = z
  .strictObject({
    code: IndicatorCode.describe('附件代码 code of the attachment'),
    name: text(80).describe('附件中文名 Chinese name'),
    nameEn: text(160).describe('附件英文名 English name'),
    section: IndicatorCode.optional().describe('所属分节 section it belongs to'),
    indicator: IndicatorCode.optional().describe('所证明的指标 indicator it is evidence of'),
    kinds: kinds.default(['pdf', 'jpeg', 'png']).describe('文件类别，缺省为 PDF 与图片 kinds of file; PDF and pictures unless said'),
    most: z.int().min(1).max(20).default(1).describe('至多份数 most files'),
    maxMegabytes: z.int().min(1).max(mostMegabytes).default(20).describe('每份至多多少 MB most megabytes of each'),
    required: z.boolean().default(false).describe('提交时必须有 must be there when the submission is submitted'),
  })
  .meta({ id: 'FormAttachment' });
export type AskedAttachment = z.output<typeof AskedAttachment>;

export const AttachmentInput = z.strictObject({
  code: IndicatorCode.describe('附件代码，见表单 code of the attachment, as the form says'),
  file: Id.describe('已上传文件的标识（用途 attachment） id of the file that was sent, kind attachment'),
});

/** A file that came with a submission 附件. */
export const Attachment = z
  .object({
    id: Id.describe('附件标识 id'),
    code: IndicatorCode.describe('附件代码 code of the attachment'),
    name: z.string().describe('文件名 name of the file'),
    kind: z.enum(attachmentKinds).describe('文件类别，按内容判定 kind, told by its content'),
    size: z.int().describe('字节数 bytes'),
    sha256: z.string().describe('内容的 SHA-256 hash of its content'),
    round: z.int().min(1).describe('加入的轮次 round in which it was added'),
    at: Instant.describe('加入时间 when it was added'),
  })
  .meta({ id: 'SubmissionAttachment' });
export type Attachment = z.output<typeof Attachment>;

export const AttachmentNotAsked = refusal(
  'attachment.not_asked',
  422,
  { zh: '表单不要求此附件：{asked}', en: 'The form asks for no such file: {asked}' },
  z.strictObject({ asked: z.string() }),
);
export const AttachmentOfWrongKind = refusal(
  'attachment.wrong_kind',
  422,
  { zh: '文件内容不是所要求的类别（{kinds}）', en: 'Its content is none of: {kinds}' },
  z.strictObject({ kinds }),
);
export const AttachmentTooLarge = refusal(
  'attachment.too_large',
  422,
  { zh: '文件过大，此附件至多 {maxBytes} 字节', en: 'Too large: at most {maxBytes} bytes here' },
  z.strictObject({ maxBytes: z.int() }),
);
export const AttachmentTooMany = refusal(
  'attachment.too_many',
  409,
  { zh: '此附件至多 {most} 份，请先移除一份', en: 'There are {most} of these already; take one away first' },
  z.strictObject({ most: z.int() }),
);
export const AttachmentNotFound = refusal('attachment.not_found', 404, { zh: '找不到该附件', en: 'There is no such attachment' });
