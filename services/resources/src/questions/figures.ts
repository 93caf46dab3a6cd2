import { CLOCK, FileUnknown, QuestionFigureUnfit, QuestionNotFound, refuse, type Call, type Caller, type Clock } from '@lianxue/contracts';
import { FILES, type Files, type KeptFile } from '@lianxue/files';
import { newId, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Question } from './question.entity.js';

type Figure = Question['figures'][number];

/** A figure is kept as long as the platform is: papers of past years show it. */
const forGood = new Date('9999-01-01T00:00:00Z');
/** Nobody asks the gateway for it by its id: whoever may read the question is given the file. */
const ours = { subject: 'service:resources', client: 'service:resources' };
const readMs = 24 * 3600_000;
const mostFigureBytes = 5 * 1024 * 1024;

/** Pictures by how they begin; SVG is none, since it may hold programs. */
const beginnings: readonly (readonly [mediaType: string, extension: string, bytes: readonly (number | null)[]])[] = [
  ['image/png', 'png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', 'jpg', [0xff, 0xd8, 0xff]],
  ['image/gif', 'gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', 'webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
];

/** What a picture is by its content; undefined where it is none. */
const pictureType = (head: Uint8Array) => beginnings.find(([, , bytes]) => bytes.every((byte, at) => byte === null || head[at] === byte));

export const extensionOf = (mediaType: string): string => beginnings.find(([type]) => type === mediaType)![1];

/** Figures of questions: taken for what they are, kept by their content, given to whoever may read the question. */
@Injectable()
export class Figures {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps what the caller has sent as figures. */
  async taken(named: readonly { name: string; file: string }[], caller: Caller): Promise<Figure[]> {
    const figures: Figure[] = [];
    for (const { name, file } of named) {
      const sent = await this.files.about(file);
      const isOwn = sent?.kind === 'figure' && sent.owner.subject === caller.subject && sent.owner.client === caller.client;
      if (!isOwn || sent.until <= this.clock.now()) throw refuse(FileUnknown);
      figures.push(await this.kept(name, sent));
    }
    if (new Set(figures.map(({ name }) => name)).size < figures.length) throw refuse(QuestionFigureUnfit);
    return figures;
  }

  /** Keeps a picture that came inside a package. */
  async keep(name: string, bytes: Uint8Array): Promise<Figure> {
    const about = { id: newId(), kind: 'question.figure', name, owner: ours, until: forGood };
    const type = bytes.byteLength <= mostFigureBytes ? pictureType(bytes.subarray(0, 16)) : undefined;
    if (!type) throw refuse(QuestionFigureUnfit);
    const { id, sha256, size } = await this.files.keep([bytes], about);
    return { name, sha256, mediaType: type[0], size, file: id };
  }

  async bytes({ file }: Figure): Promise<Buffer> {
    const kept = await this.files.about(file);
    if (!kept) throw new Error(`The figure ${file} is gone`);
    return this.read(kept);
  }

  /** The figure as one of the caller's own files. */
  async give(question: string, name: string, call: Call): Promise<{ id: string; name: string }> {
    const { figures } = await this.store.one(Question, question, call, QuestionNotFound);
    const figure = figures.find((each) => each.name === name);
    const kept = figure && (await this.files.about(figure.file));
    if (!kept) throw refuse(QuestionNotFound);
    const { subject, client } = call.caller;
    const file = { id: newId(), name: `${name}.${extensionOf(figure.mediaType)}` };
    const until = new Date(this.clock.now().getTime() + readMs);
    await this.files.keepAgain(kept, { ...file, kind: 'question.figure', owner: { subject, client }, until });
    return file;
  }

  private async kept(name: string, sent: KeptFile): Promise<Figure> {
    const head = sent.size <= mostFigureBytes ? await this.read(sent, 16) : Buffer.alloc(0);
    const type = pictureType(head);
    if (!type) throw refuse(QuestionFigureUnfit);
    const { id, sha256, size } = await this.files.keepAgain(sent, {
      ...{ id: newId(), kind: 'question.figure', name },
      ...{ owner: ours, until: forGood },
    });
    return { name, sha256, mediaType: type[0], size, file: id };
  }

  private async read(file: KeptFile, until = file.size): Promise<Buffer> {
    if (file.size === 0) return Buffer.alloc(0);
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.files.read(file, 0, Math.min(until, file.size)) as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}
