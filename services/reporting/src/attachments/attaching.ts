import {
  assertThat,
  attachmentKinds,
  AttachmentNotAsked,
  AttachmentNotFound,
  AttachmentOfWrongKind,
  AttachmentTooLarge,
  AttachmentTooMany,
  CLOCK,
  FileUnknown,
  inBeijing,
  megabyte,
  refuse,
  submissionFacts,
  SubmissionNotFound,
  type Attachment,
  type Call,
  type Caller,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { FILES, forGood, handOut, keptBy, ownFile, type Files, type KeptFile } from '@lianxue/files';
import { newId, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { openToFilling } from '../submissions/asked-of.js';
import { Submission } from '../submissions/submission.entity.js';

const ours = keptBy('reporting');

/** Files come with a submission: taken for what they are, kept with every round. */
@Injectable()
export class Attaching {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async attach({ submissionId, code, file }: InputOf<typeof reporting.attachFile>, call: Call): Promise<Submission> {
    await this.store.one(Submission, submissionId, call, SubmissionNotFound);
    const sent = await this.sent(file, call.caller);
    const kind = attachmentKinds.find((each) => each === sent.content?.kind);
    const id = newId();
    try {
      return await this.store.commit(call, async (work) => {
        const submission = await work.target(Submission, submissionId, SubmissionNotFound);
        const now = this.clock.now();
        const { attachments } = await openToFilling(submission, work, call, now);
        const asked = attachments.find((attachment) => attachment.code === code);
        if (!asked) throw refuse(AttachmentNotAsked, { asked: code });
        if (!kind || !asked.kinds.includes(kind)) throw refuse(AttachmentOfWrongKind, { kinds: asked.kinds });
        const maxBytes = asked.maxMegabytes * megabyte;
        assertThat(sent.size <= maxBytes, AttachmentTooLarge, { maxBytes });
        const there = submission.attachments.filter((attachment) => attachment.code === code);
        assertThat(there.length < asked.most, AttachmentTooMany, { most: asked.most });
        const { name, size, sha256 } = await this.files.keepAgain(sent, {
          id,
          kind: 'attachment.kept',
          name: sent.name,
          owner: ours,
          until: forGood,
        });
        const attachment: Attachment = { id, code, name, kind, size, sha256, round: submission.round, at: inBeijing(now) };
        submission.attachments = [...submission.attachments, attachment];
        return work.update(submission, submissionFacts.saved);
      });
    } catch (error) {
      await this.files.remove(id);
      throw error;
    }
  }

  /** From this round on; what went out with an earlier one stays with it. */
  detach({ submissionId, attachmentId }: InputOf<typeof reporting.detachFile>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const submission = await work.target(Submission, submissionId, SubmissionNotFound);
      await openToFilling(submission, work, call, this.clock.now());
      const rest = submission.attachments.filter(({ id }) => id !== attachmentId);
      assertThat(rest.length < submission.attachments.length, AttachmentNotFound);
      submission.attachments = rest;
      return work.update(submission, submissionFacts.saved);
    });
  }

  /** The file under its own name, as one of the caller's own. */
  async give({ submissionId, attachmentId }: InputOf<typeof reporting.attachmentFile>, call: Call): Promise<{ id: string; name: string }> {
    const submission = await this.store.one(Submission, submissionId, call, SubmissionNotFound);
    const here = submission.attachments.some(({ id }) => id === attachmentId) || (await this.isOfEarlierRound(submission.id, attachmentId));
    const kept = here ? await this.files.about(attachmentId) : undefined;
    if (!kept) throw refuse(AttachmentNotFound);
    const given = { file: { id: newId(), name: kept.name }, kind: 'attachment.read' };
    return this.store.commit(call, async (work) => {
      work.note('submission.attachment_read', submissionId, { attachment: attachmentId });
      return handOut(this.files, kept, given, call.caller, this.clock.now());
    });
  }

  private async isOfEarlierRound(submission: string, attachment: string): Promise<boolean> {
    const found = await this.store.read(
      sql`select 1 from review_step where submission = ${submission} and attachments @> ${JSON.stringify([{ id: attachment }])}::jsonb limit 1`,
    );
    return found.length > 0;
  }

  /** What the caller has sent as an attachment under this id; to everyone else it does not exist. */
  private async sent(id: string, caller: Caller): Promise<KeptFile> {
    const file = await ownFile(this.files, id, 'attachment', caller, this.clock.now());
    assertThat(file, FileUnknown);
    return file;
  }
}
