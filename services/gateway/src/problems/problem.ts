import { inWords } from '@lianxue/contracts';
import type { Language } from './language.js';
import type { Wording } from './edge.refusals.js';

/** A refusal as its reader sees it: RFC 9457, with the code and the facts besides. */
export interface Problem {
  /** Where the refusal is explained. */
  readonly type: string;
  /** The sentence without the facts of this occurrence. */
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** The sentence with the facts of this occurrence. */
  readonly detail?: string;
  /** The trace id, by which the log is searched. */
  readonly instance: string;
  readonly [fact: string]: unknown;
}

/** Names that facts may not take. */
export const problemMembers = ['type', 'title', 'status', 'code', 'detail', 'instance'] as const;

export const problemMediaType = 'application/problem+json; charset=utf-8';

/** Words a refusal in the reader's language. Facts stand beside the words, for programs. */
export function problemOf(wording: Wording, facts: Readonly<Record<string, unknown>>, language: Language, trace: string): Problem {
  return {
    ...facts,
    type: `/problems/${wording.code}`,
    title: wording.title[language].replace(/\{\w+\}/g, '…'),
    status: wording.status,
    code: wording.code,
    detail: inWords(wording.title, facts, language),
    instance: `urn:trace:${trace}`,
  };
}

/** An accident says nothing of itself but where to look. */
export function accidentOf(wording: Wording, language: Language, trace: string): Problem {
  return {
    type: `/problems/${wording.code}`,
    title: wording.title[language],
    status: wording.status,
    code: wording.code,
    instance: `urn:trace:${trace}`,
  };
}
