import { Paper, ServiceUnavailable } from '@lianxue/contracts';
import { formats, Press, type Format } from '@lianxue/papers';
import { refusedAnswer, type CallAnswer } from '@lianxue/wire';
import type { FastifyRequest } from 'fastify';

/** So many papers may be waited for; what takes a second each would otherwise be waited for in vain. */
const mostAtOnce = 8;

/** A paper as a file, or the refusal met on the way. */
export type Print = { readonly file: Buffer; readonly name: string; readonly format: Format } | { readonly refused: CallAnswer };

/** Which of a paper's formats the caller accepts, the first that is named; none where JSON or anything at all comes before. */
export function formatAccepted({ headers }: FastifyRequest): Format | undefined {
  for (const accepted of headers.accept?.split(',') ?? []) {
    const mediaType = accepted.split(';', 1)[0]!.trim().toLowerCase();
    if (mediaType === 'application/json' || mediaType === '*/*') return undefined;
    const format = (Object.keys(formats) as Format[]).find((each) => formats[each].mediaType === mediaType);
    if (format) return format;
  }
  return undefined;
}

/** What is printed, in the format that is asked for. */
export class Papers {
  private readonly press = new Press();
  private underWay = 0;

  async of(format: Format, ask: () => Promise<CallAnswer>): Promise<Print> {
    if (this.underWay >= mostAtOnce) return { refused: refusedAnswer(ServiceUnavailable) };
    this.underWay++;
    try {
      const answer = await ask();
      if (answer.status >= 400) return { refused: answer };
      const paper = Paper.parse(JSON.parse(Buffer.from(answer.body).toString('utf8')));
      const file = await this.press.print({ paper, format, made: Date.now() });
      return { file, name: `${fileName(paper.title)}.${formats[format].extension}`, format };
    } finally {
      this.underWay--;
    }
  }
}

/** A title as every file system takes it. */
const fileName = (title: string): string =>
  title
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
    .slice(0, 80)
    .trim() || '打印件';
