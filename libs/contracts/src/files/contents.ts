import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { text } from '../shapes/shapes.js';

/** What files are, as a teacher would name them. */
export const fileFamilies = {
  document: { zh: '文档', en: 'documents' },
  presentation: { zh: '演示文稿', en: 'presentations' },
  sheet: { zh: '表格', en: 'spreadsheets' },
  image: { zh: '图片', en: 'pictures' },
  audio: { zh: '音频', en: 'sound' },
  video: { zh: '视频', en: 'videos' },
  package: { zh: '压缩包', en: 'packages' },
} as const;

export type FileFamily = keyof typeof fileFamilies;
export const FileFamily = z
  .enum(Object.keys(fileFamilies) as [FileFamily, ...FileFamily[]])
  .describe('文件大类，按内容判定 family of the file, told by its content');

/** Contents that are taken, by what they are and never by what they are called. */
export const contentKinds = [
  ...['pdf', 'ofd', 'docx', 'doc', 'txt', 'pptx', 'ppt', 'xlsx', 'xls'],
  ...['jpeg', 'png', 'gif', 'webp', 'svg', 'mp3', 'm4a', 'wav', 'flac', 'ogg'],
  ...['mp4', 'mov', 'webm', 'mkv', 'avi', 'wmv', 'flv', 'mpeg', 'zip'],
] as const;

/** What a file was seen to be when it came. */
export const FileContent = z
  .object({
    family: FileFamily,
    kind: z.enum(contentKinds).describe('内容类别 kind of content'),
    mediaType: z.string().describe('媒体类型 media type'),
    width: z.int().optional().describe('宽（像素） width in pixels'),
    height: z.int().optional().describe('高（像素） height in pixels'),
    durationMs: z.int().optional().describe('时长（毫秒） how long it runs, in ms'),
    videoCodec: z.string().optional().describe('视频编码 codec of its pictures'),
    audioCodec: z.string().optional().describe('音频编码 codec of its sound'),
  })
  .meta({ id: 'FileContent' });
export type FileContent = z.output<typeof FileContent>;

/** A name that every system can store: 255 bytes of UTF-8. */
const mostNameBytes = 255;

function utf8Bytes(name: string): number {
  let bytes = 0;
  for (const character of name) {
    const point = character.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The name of a file 文件名, in any script: no path, no control signs, none that turn the direction of writing, at most 255 bytes. */
export const FileName = text(255)
  .refine((name) => !/[/\\]/.test(name) && !/^\s*\.*\s*$/.test(name), 'file_name.path')
  // eslint-disable-next-line no-control-regex -- these are what a name may not have
  .refine((name) => !/[\u0001-\u001f\u007f-\u009f]/.test(name), 'file_name.control')
  .refine((name) => !/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name), 'file_name.direction')
  .refine((name) => utf8Bytes(name) <= mostNameBytes, 'file_name.too_long');

export const FileUnrecognised = refusal('file.unrecognised', 422, {
  zh: '认不出文件内容，不能收取',
  en: 'What this file is cannot be told; it is not taken',
});
export const FileActive = refusal(
  'file.active_content',
  422,
  {
    zh: '文件含有打开时会自行动作的内容（{does}），不能收取',
    en: 'The file does something by itself when it is opened ({does}); it is not taken',
  },
  z.strictObject({ does: z.enum(['script', 'macro', 'program', 'launch', 'attachedFile', 'externalReference']) }),
);
export const FilePolyglot = refusal('file.polyglot', 422, {
  zh: '文件同时是两种东西，不能收取',
  en: 'The file is two things at once; it is not taken',
});
export const FileBomb = refusal('file.bomb', 422, {
  zh: '文件展开后大得不合情理，不能收取',
  en: 'Unpacked, the file would be beyond all measure; it is not taken',
});
export const FileBroken = refusal('file.broken', 422, { zh: '文件已损坏，打不开', en: 'The file is damaged and cannot be opened' });
export const FileEncrypted = refusal('file.encrypted', 422, {
  zh: '文件有密码或已加密，请解除后再上传',
  en: 'The file is locked; take the lock away and send it again',
});
export const FileNameLies = refusal(
  'file.name_lies',
  422,
  { zh: '文件名与内容不符：内容是 {is}', en: 'Its name says otherwise: the content is {is}' },
  z.strictObject({ is: z.enum(contentKinds) }),
);
export const FileNotAllowed = refusal(
  'file.not_allowed',
  422,
  { zh: '本单位不收此类文件（{found}），可收：{allowed}', en: 'Not taken here: {found}. Taken are: {allowed}' },
  z.strictObject({ found: FileFamily, allowed: z.array(FileFamily) }),
);
export const FileAltered = refusal('file.checksum_mismatch', 422, {
  zh: '收到的内容与所报的 SHA-256 不符，请重新上传',
  en: 'What arrived has another SHA-256 than was said; send it again',
});
export const TicketUsed = refusal('file.ticket_used', 410, {
  zh: '此凭据的文件已经收到',
  en: 'The file of this ticket has already arrived',
});

/** How an upload may be refused once its content is there. */
export const uploadRefusals = [
  FileUnrecognised,
  FileActive,
  FilePolyglot,
  FileBomb,
  FileBroken,
  FileEncrypted,
  FileNameLies,
  FileNotAllowed,
  FileAltered,
  TicketUsed,
] as const;
