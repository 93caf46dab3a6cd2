import {
  inBeijing,
  type QuestionFigure,
  type TestPaper as TestPaperView,
  type TestPaperFact,
  type TestPaperSection,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

type PaperQuestion = TestPaperSection['questions'][number];

/** A section with what it shows; figures are named by the files under which the paper keeps them. */
export type FilledSection = Omit<TestPaperSection, 'questions'> & {
  questions: (Omit<PaperQuestion, 'figures'> & { figures: (QuestionFigure & { readonly file: string })[] })[];
};

/** 试卷: sections of questions as they were when they were put in. */
@Entity('test_paper')
export class TestPaper extends Aggregate<TestPaperFact> {
  static readonly reach: ReachColumns = {};

  @Column('text')
  title!: string;

  @Column('text')
  stage!: TestPaperView['stage'];

  @Column('text')
  subject!: TestPaperView['subject'];

  @Column('int', { nullable: true })
  minutes!: number | null;

  @Column('jsonb')
  sections!: FilledSection[];

  @Column('int')
  count!: number;

  /** The total in half points, which are whole. */
  @Column('int')
  halves!: number;

  @Column('uuid')
  author!: string;

  put(sections: FilledSection[]): void {
    const questions = sections.flatMap((section) => section.questions);
    this.sections = sections;
    this.count = questions.length;
    this.halves = questions.reduce((sum, { score }) => sum + score * 2, 0);
  }

  fact(): TestPaperFact {
    const { id, organisation, title, stage, subject, minutes, count, halves } = this;
    return { id, organisation, title, stage, subject, minutes, count, total: halves / 2 };
  }

  head(): Omit<TestPaperView, 'sections'> {
    const { version, createdAt, updatedAt, author } = this;
    return { ...this.fact(), version, author, createdAt: inBeijing(createdAt), updatedAt: inBeijing(updatedAt) };
  }

  view(): TestPaperView {
    const sections = this.sections.map(({ questions, ...about }) => ({
      ...about,
      questions: questions.map(({ figures, ...question }) => ({ ...question, figures: figures.map(({ file: _, ...figure }) => figure) })),
    }));
    return { ...this.head(), sections };
  }
}
