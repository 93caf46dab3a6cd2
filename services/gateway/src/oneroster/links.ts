import { writeWalk, type ListRequest } from './list-request.js';

/** What the page after this one begins behind; undefined where the order is not that of ids. */
export interface PageEnd {
  readonly after: string | undefined;
  readonly asOf: string;
}

/**
 * Link first, prev, next, last as OneRoster wants them. Beside the offset, next carries where the walk stands, so that a client
 * that follows it meets no row twice and misses none however much is changed meanwhile.
 */
export function linksOf(url: URL, { limit, offset }: ListRequest, total: number, { after, asOf }: PageEnd): string {
  const at = (from: number, walk?: string) => {
    const target = new URL(url);
    target.searchParams.set('limit', String(limit));
    target.searchParams.set('offset', String(from));
    target.searchParams.delete('walk');
    if (walk !== undefined) target.searchParams.set('walk', walk);
    return target.href;
  };
  const last = total === 0 ? 0 : Math.floor((total - 1) / limit) * limit;
  return [
    [at(0), 'first'],
    ...(offset > 0 ? [[at(Math.max(0, offset - limit)), 'prev']] : []),
    ...(offset + limit < total ? [[at(offset + limit, after && writeWalk({ after, asOf, total })), 'next']] : []),
    [at(last), 'last'],
  ]
    .map(([target, rel]) => `<${target}>; rel="${rel}"`)
    .join(', ');
}
