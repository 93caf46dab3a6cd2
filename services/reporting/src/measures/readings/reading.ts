import { dayInBeijing, type Fact, type FactKind, type MeasureCode, type MeasureDimension } from '@lianxue/contracts';

/** What an entity counts as in one measure, by one fact about it. */
export interface CountedPart {
  readonly measure: MeasureCode;
  readonly organisation: string;
  /** The value of the measure's dimension. */
  readonly dimension?: string | undefined;
  /** The day it belongs to, where the entity itself says it; else that of the fact by which it began. */
  readonly on?: string | undefined;
  /** One, unless said. */
  readonly amount?: number;
}

/** What a value of a dimension is called, and whose it is. */
export interface Label {
  readonly dimension: MeasureDimension;
  readonly value: string;
  readonly name: string;
  readonly organisation: string;
}

/** How the facts of one thing are read: only what they say by themselves. */
export interface Reading {
  readonly thing: string;
  /** The types of facts that matter to it. */
  readonly types: readonly string[];
  /** Of these, which facts concern the measures at all. */
  concerns(fact: Fact): boolean;
  parts(data: unknown): readonly CountedPart[];
  label?(data: unknown): Label | undefined;
}

interface Read<D, H extends string> {
  /** Only these of its facts, where the others say nothing new; each says everything anyway. */
  readonly heard?: readonly H[];
  readonly concerns?: (data: D) => boolean;
  readonly parts: (data: D) => readonly (CountedPart | false | null)[];
  readonly label?: (data: D) => Label;
}

type DataOf<K extends FactKind> = K['data']['_output'];

/** Reads the facts of a thing by their own shape. */
export function readingOf<K extends FactKind, H extends string>(
  kinds: Readonly<Record<H, K>>,
  { heard, concerns, parts, label }: Read<DataOf<K>, H>,
): Reading {
  const [{ service, thing }] = Object.values(kinds) as [FactKind];
  return {
    thing: `${service}.${thing}`,
    types: (heard ?? ['*']).map((happened) => `cn.lianxue.${service}.${thing}.${happened}`),
    concerns: ({ data }) => data === null || (concerns?.(data) ?? true),
    parts: (data) => parts(data as DataOf<K>).filter((part) => part !== false && part !== null),
    ...(label && { label: (data: unknown) => label(data) }),
  };
}

/** The calendar day of an instant as facts write it. */
export const dayOf = (instant: string): string => dayInBeijing(new Date(instant));
