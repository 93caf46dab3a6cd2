import {
  assertThat,
  CLOCK,
  FileUnknown,
  QuestionContent,
  QuestionFileUnreadable,
  refuse,
  type Caller,
  type Clock,
} from '@lianxue/contracts';
import { FILES, ownFile, Unreadable, Zip, type Files, type KeptFile, type ZipLimits } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { examContent, ExamFile, ExamQuestion, examSource } from './exam-json.js';
import { questionOfItem, questionsOfPackage } from './qti/package-reading.js';
import type { NamedNode, ReadQuestion } from './read-question.js';

const keptMs = 7 * 24 * 3600_000;

/** What no honest package comes near. */
const limits: ZipLimits = { files: 20_000, bytes: 128 * 1024 * 1024, ratio: 200 };

const OwnFile = z.object({ questions: z.array(z.unknown()) });
const OwnQuestion = z.looseObject({ content: QuestionContent });
const Ids = z.array(z.uuid()).max(20).catch([]);

/** Files of questions: read in whatever form they are, made for whoever asked. */
@Injectable()
export class QuestionFiles {
  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The questions of a file the caller has sent; at most one more than `most`. */
  async read(id: string, most: number, caller: Caller): Promise<ReadQuestion[]> {
    const file = await ownFile(this.files, id, 'questions', caller, this.clock.now());
    assertThat(file, FileUnknown);
    try {
      return await this.questionsIn(file, most);
    } catch (error) {
      if (error instanceof Unreadable) throw refuse(QuestionFileUnreadable, { reason: error.fault });
      throw error;
    }
  }

  async keep(name: string, bytes: Uint8Array, { subject, client }: Caller): Promise<{ id: string; name: string }> {
    const until = new Date(this.clock.now().getTime() + keptMs);
    const file = { id: newId(), name };
    await this.files.keep([bytes], { ...file, kind: 'questions.made', owner: { subject, client }, until });
    return file;
  }

  private async questionsIn(file: KeptFile, most: number): Promise<ReadQuestion[]> {
    const beginning =
      file.size === 0
        ? ''
        : (await this.bytes(file, 64))
            .toString('latin1')
            .replace(/^\xEF\xBB\xBF/, '')
            .trimStart();
    if (beginning.startsWith('PK')) {
      const zip = await Zip.open(this.files, file, limits);
      try {
        return await questionsOfPackage(zip, most);
      } finally {
        zip.close();
      }
    }
    if (beginning.startsWith('<')) return [questionOfItem(await this.bytes(file))];
    return questionsOfJson(await this.bytes(file), most);
  }

  private async bytes(file: KeptFile, until = file.size): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.files.read(file, 0, Math.min(until, file.size)) as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

/** Ours, or an exam's. */
function questionsOfJson(bytes: Uint8Array, most: number): ReadQuestion[] {
  const json = parsed(bytes);
  const own = OwnFile.safeParse(json);
  if (own.success) return own.data.questions.slice(0, most + 1).map(ownQuestion);
  const exam = ExamFile.safeParse(json);
  if (!exam.success) throw refuse(QuestionFileUnreadable, { reason: 'no_questions' });
  return exam.data.example.slice(0, most + 1).map(examQuestion);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refuse(QuestionFileUnreadable, { reason: 'broken_json' });
  }
}

function ownQuestion(row: unknown): ReadQuestion {
  const { success, data } = OwnQuestion.safeParse(row);
  if (!success) return { fault: 'unreadable' };
  const bound = (kind: NamedNode['kind'], ids: unknown) => Ids.parse(ids ?? []).map((id) => ({ kind, id, reference: '' }));
  const nodes = [...bound('chapter', data['chapters']), ...bound('point', data['points']), ...bound('competency', data['competencies'])];
  return { ...data, figures: new Map(), nodes };
}

function examQuestion(row: unknown): ReadQuestion {
  const exam = ExamQuestion.safeParse(row);
  const content = exam.success ? QuestionContent.safeParse(examContent(exam.data)) : undefined;
  if (!exam.success || !content?.success) return { fault: 'unreadable' };
  return { content: content.data, figures: new Map(), nodes: [], source: examSource(exam.data), year: exam.data.year };
}
