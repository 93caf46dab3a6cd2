import type { Paper } from '@lianxue/contracts';
import type { Format } from './formats.js';
import { pageOf } from './html.js';
import { pdfOf } from './pdf/pdf.js';
import { workbookOf } from './sheet.js';
import { wordOf } from './word.js';

/** What is to be printed, and in what. */
export interface Order {
  readonly paper: Paper;
  readonly format: Format;
  /** Epoch milliseconds: when it is made, as the file's properties say. */
  readonly made: number;
}

/** A paper in one format. */
export async function rendered({ paper, format, made }: Order): Promise<Buffer> {
  switch (format) {
    case 'html':
      return pageOf(paper);
    case 'pdf':
      return pdfOf(paper, new Date(made));
    case 'docx':
      return wordOf(paper);
    case 'xlsx':
      return workbookOf(paper);
  }
}
