import { FileUnknown } from '../files/files.js';
import { operation } from '../machinery/operation.js';
import { Id, item, value } from '../shapes/shapes.js';
import {
  AttachmentInput,
  AttachmentNotAsked,
  AttachmentNotFound,
  AttachmentOfWrongKind,
  AttachmentTooLarge,
  AttachmentTooMany,
} from './attachments.js';
import { PeriodClosed, PeriodNotOpen } from './periods.js';
import { SheetFile } from './sheets.js';
import { submissionId } from './submissions.operations.js';
import { fillers, Submission, SubmissionNotFound, SubmissionNotYours } from './submissions.js';
import { readers } from './who.js';

const attachmentId = submissionId.extend({ attachmentId: Id.describe('附件标识 id of the attachment') });

/** Files that come with a submission 附件. They travel by the files module; their content says what they are. */
export const attachmentOperations = {
  attachFile: operation('post', '/submissions/:submissionId/attachments', {
    statutory: true,
    summary: '添加附件 Attach a file to a submission',
    description:
      '先以 files.ticket（用途 attachment）上传。类别按内容判定，含宏的文件不收。 Sent before by files.ticket, kind attachment. Its kind is told by the content; files with macros are not taken.',
    scope: 'reporting.write',
    permits: fillers,
    params: submissionId,
    body: AttachmentInput,
    returns: item(Submission),
    fails: [
      SubmissionNotFound,
      SubmissionNotYours,
      FileUnknown,
      AttachmentNotAsked,
      AttachmentOfWrongKind,
      AttachmentTooLarge,
      AttachmentTooMany,
      PeriodNotOpen,
      PeriodClosed,
    ],
  }),
  detachFile: operation('delete', '/submissions/:submissionId/attachments/:attachmentId', {
    statutory: true,
    summary: '移除附件 Take an attachment away from a submission',
    description: '已提交过的轮次仍可查看与下载。 What was submitted with an earlier round stays in the trail.',
    scope: 'reporting.write',
    permits: fillers,
    params: attachmentId,
    returns: item(Submission),
    fails: [SubmissionNotFound, SubmissionNotYours, AttachmentNotFound, PeriodNotOpen, PeriodClosed],
  }),
  attachmentFile: operation('post', '/submissions/:submissionId/attachments/:attachmentId/file', {
    statutory: true,
    summary: '取附件文件 Get the file of an attachment',
    description:
      '答复的文件归调用者所有，用 files.link 下载；往轮的附件也可取。 The file then is the caller’s own: download it by files.link. Those of earlier rounds as well.',
    scope: 'reporting.read',
    permits: readers,
    params: attachmentId,
    returns: value(SheetFile),
    fails: [SubmissionNotFound, AttachmentNotFound],
  }),
};
