import { z } from 'zod';
import type { Returns } from '../machinery/operation.js';

/** UUID of any thing of the platform; ids are version 7, made in Node. */
export const Id = z.uuid();

/** Whether a text has the form of an id, in whatever case it is written. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Text a person writes: no NUL, no lone surrogates, trimmed of nothing, 1 to `max` UTF-16 units. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^[^\0\p{Surrogate}]*$/u, 'text.unstorable');

/** An instant in answers: ISO 8601 with `+08:00` 北京时间, since officers read it as written. */
export const Instant = z.iso.datetime({ offset: true });

/** An instant in input: any offset is understood. */
export const InstantInput = z.iso.datetime({ offset: true });

/** A calendar day 日期, `2026-09-01`. */
export const Day = z.iso.date();

/** The version of a row, counted from 1; also its ETag. */
export const Version = z.int().min(1).describe('版本 version, also the ETag');

/** What every item carries. */
export const itemShape = {
  id: Id.describe('标识 id (UUIDv7)'),
  version: Version,
  createdAt: Instant.describe('创建时间 when it was created'),
  updatedAt: Instant.describe('更新时间 when it last changed'),
};

/** A caller-made id makes a create repeatable: same content answers the existing item, other content 409. */
export const creatable = { id: Id.optional().describe('调用方自定标识 caller-made UUIDv7, optional') };

/** Page parameters of every list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(20).describe('每页条数 items per page, at most 200'),
  cursor: z.string().max(2000).optional().describe('游标 cursor of the previous page’s `next`'),
};

export const item = <S extends z.ZodType>(schema: S): Returns<S> => ({ kind: 'item', schema });

export const value = <S extends z.ZodType>(schema: S): Returns<S> => ({ kind: 'value', schema });

/** A page of a list: `items`, and `next` while there is more. */
export const page = <S extends z.ZodType>(element: S) => {
  const schema = z.object({
    items: z.array(element).describe('条目 items'),
    next: z.string().optional().describe('下一页游标 cursor of the next page; absent on the last'),
  });
  return { kind: 'page', schema, element } as const satisfies Returns;
};
export type Page<T> = { items: T[]; next?: string | undefined };

/** Query of what is counted over some days, at most a year. */
export const withinAYear = <const S extends z.ZodRawShape>(more: S) =>
  z
    .object({ from: Day.describe('起 first day'), until: Day.describe('止 last day'), ...more })
    .refine((asked) => isWithinAYear(asked as { readonly from: string; readonly until: string }), {
      path: ['until'],
      message: 'range.unfit',
    });

const isWithinAYear = ({ from, until }: { readonly from: string; readonly until: string }): boolean =>
  from <= until && Date.parse(until) - Date.parse(from) <= 366 * 24 * 3600_000;

/** The moves of a life cycle the caller may make now 可执行操作. */
export const moves = <const M extends readonly [string, ...string[]]>(names: M) =>
  z.array(z.enum(names)).describe('当前可执行的操作 moves the caller may make now');

/** An instant as answers write it: `2026-11-21T08:00:00+08:00`. */
export function inBeijing(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3600_000).toISOString();
  return `${local.slice(0, -1).replace(/\.000$/, '')}+08:00`;
}

/** The calendar day in Asia/Shanghai (no daylight saving since 1991). */
export function dayInBeijing(at: Date): string {
  return new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 10);
}
