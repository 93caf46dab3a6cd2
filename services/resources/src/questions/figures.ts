import { createHash } from 'node:crypto';
import { CLOCK, QuestionFigureUnfit, QuestionNotFound, refuse, type Call, type Caller, type Clock } from '@lianxue/contracts';
import { FILES, handOut, Unfit, type Files, type KeptFile } from '@lianxue/files';
import { newId, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { SentFiles } from '../files/sent-files.js';
import { Question } from './question.entity.js';

export type Figure = Question['figures'][number];

const mostFigureBytes = 5 * 1024 * 1024;

/** What figures are, with how their names end; no drawing of markup is among them. */
const extensions: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' };

export const extensionOf = (mediaType: string): string => extensions[mediaType]!;

/** Figures of questions: looked at and drawn anew like every picture, kept by their content, given to whoever may read what shows them. */
@Injectable()
export class Figures {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(SentFiles) private readonly sent: SentFiles,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps what the caller has sent as figures. */
  async taken(named: readonly { name: string; file: string }[], caller: Caller): Promise<Figure[]> {
    const figures: Figure[] = [];
    for (const { name, file } of named) {
      const picture = await this.sent.of(file, caller, 'figure');
      figures.push(figureOf(name, await this.sent.keep(picture, newId(), name)));
    }
    if (new Set(figures.map(({ name }) => name)).size < figures.length) throw refuse(QuestionFigureUnfit);
    return figures;
  }

  /** Keeps the pictures that came inside a package; they are only looked at where nothing is to stay. */
  async within(pictures: ReadonlyMap<string, Uint8Array>, dryRun: boolean): Promise<Figure[]> {
    const figures: Figure[] = [];
    for (const [name, bytes] of pictures) {
      if (bytes.byteLength > mostFigureBytes) throw refuse(QuestionFigureUnfit);
      const known = await this.drawnBefore(bytes);
      const picture = known ? await this.sent.keep(known, newId(), name) : await this.sent.within(bytes, newId(), name).catch(unfit);
      figures.push(figureOf(name, picture));
      if (dryRun) await this.sent.remove(picture.id);
    }
    return figures;
  }

  /** The same figures for something else that shows them: they stay as long as that does. */
  async again(figures: readonly Figure[]): Promise<Figure[]> {
    const kept: Figure[] = [];
    for (const figure of figures) {
      const { id } = await this.sent.keep(await this.known(figure), newId(), figure.name);
      kept.push({ ...figure, file: id });
    }
    return kept;
  }

  async bytes(figure: Figure): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.files.read(await this.known(figure)) as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** The figure of a question as one of the caller's own files. */
  async give(question: string, name: string, call: Call): Promise<{ id: string; name: string }> {
    const { figures } = await this.store.one(Question, question, call, QuestionNotFound);
    const figure = figures.find((each) => each.name === name);
    if (!figure) throw refuse(QuestionNotFound);
    return this.handOut(figure, call.caller);
  }

  async handOut(figure: Figure, caller: Caller): Promise<{ id: string; name: string }> {
    const file = { id: newId(), name: `${figure.name}.${extensionOf(figure.mediaType)}` };
    return handOut(this.files, await this.known(figure), { file, kind: 'question.figure' }, caller, this.clock.now());
  }

  /** What was drawn here is not drawn again: questions that go out and come back show the same picture to the bit. */
  private async drawnBefore(bytes: Uint8Array): Promise<KeptFile | undefined> {
    const content = createHash('sha256').update(bytes).digest('hex');
    const [known] = await this.store.read<{ id: string }>(sql`select id from question_figure where content = ${content} limit 1`);
    const file = known && (await this.files.about(known.id));
    return file?.content && file;
  }

  private async known({ file }: Figure): Promise<KeptFile> {
    const kept = await this.files.about(file);
    if (!kept) throw new Error(`The figure ${file} is gone`);
    return kept;
  }
}

function figureOf(name: string, { id, sha256, size, content }: KeptFile): Figure {
  const mediaType = content?.mediaType ?? '';
  if (!(mediaType in extensions)) throw refuse(QuestionFigureUnfit);
  return { name, sha256, mediaType, size, file: id };
}

function unfit(error: unknown): never {
  throw error instanceof Unfit ? refuse(QuestionFigureUnfit) : error;
}
