import { ServiceUnavailable, type AnyOperation } from '@lianxue/contracts';
import { Workbook, type Column } from '@lianxue/files';
import { refusedAnswer, type CallAnswer } from '@lianxue/wire';
import type { FastifyRequest } from 'fastify';
import { spreadsheetMediaType } from '../media-types.js';
import { columnsOf } from './columns.js';

/** More rows are for programs, which page; nobody scrolls so far. */
const mostRows = 10_000;
const pageRows = 200;
/** One export makes up to fifty calls; more of them at once would take the edge from everyone else. */
const mostAtOnce = 4;

/** A list as an Excel file, or the refusal met on the way. */
export type Export = { readonly file: Buffer; readonly name: string; readonly next: string | undefined } | { readonly refused: CallAnswer };

/** Whether the caller asks for a list as an Excel file. */
export const asksForSpreadsheet = ({ headers }: FastifyRequest): boolean => headers.accept?.includes(spreadsheetMediaType) === true;

/** Lists as Excel files with Chinese headings: what an officer opens, sorts and prints. */
export class Spreadsheets {
  private readonly columns = new WeakMap<AnyOperation, readonly Column[]>();
  private underWay = 0;

  /** Follows the cursors of a list, from the page asked for, and writes its rows. */
  async of(op: AnyOperation, query: Readonly<Record<string, string>>, ask: (query: unknown) => Promise<CallAnswer>): Promise<Export> {
    if (this.underWay >= mostAtOnce) return { refused: refusedAnswer(ServiceUnavailable) };
    this.underWay++;
    try {
      const name = op.summary.split(' ')[0]!;
      const workbook = new Workbook(name, this.columnsOf(op));
      let cursor = query['cursor'];
      for (let rows = 0; rows < mostRows;) {
        const answer = await ask({ ...query, limit: String(pageRows), ...(cursor === undefined ? {} : { cursor }) });
        if (answer.status >= 400) return { refused: answer };
        const { items } = JSON.parse(Buffer.from(answer.body).toString('utf8')) as { items: unknown[] };
        workbook.add(items);
        rows += items.length;
        cursor = answer.head.next;
        if (cursor === undefined) break;
      }
      return { file: workbook.finish(), name: `${name}.xlsx`, next: cursor };
    } finally {
      this.underWay--;
    }
  }

  private columnsOf(op: AnyOperation): readonly Column[] {
    let columns = this.columns.get(op);
    if (!columns) this.columns.set(op, (columns = columnsOf(op.returns!.element!)));
    return columns;
  }
}
