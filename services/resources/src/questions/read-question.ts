import type { CurriculumNodeKind, QuestionContent, QuestionFaultCode } from '@lianxue/contracts';

/** To what a question in a file is bound: by id, where it came from this installation, else by curriculum and code. */
export interface NamedNode {
  readonly kind: CurriculumNodeKind;
  readonly id: string | undefined;
  readonly reference: string;
}

/** One question as a file has it, or why it is none. What the file does not say is absent. */
export type ReadQuestion =
  | { readonly fault: QuestionFaultCode }
  | {
      readonly content: QuestionContent;
      readonly figures: ReadonlyMap<string, Uint8Array>;
      readonly stage?: unknown;
      readonly subject?: unknown;
      readonly difficulty?: unknown;
      readonly grades?: unknown;
      readonly source?: unknown;
      readonly year?: unknown;
      readonly nodes: readonly NamedNode[];
    };
