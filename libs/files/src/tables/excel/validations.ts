import { escaped, letters } from './package.js';

/** What Excel lets somebody type in a cell: one of a list, or a number within bounds. `words` say it to whoever types something else. */
export type Accepts =
  | { readonly list: string; readonly words: string }
  | { readonly whole: boolean; readonly least: number; readonly most: number; readonly words: string };

interface Run {
  readonly column: number;
  readonly from: number;
  until: number;
}

/** The data validations of a sheet; cells below each other that accept the same are one range. */
export class Validations {
  private readonly byKind = new Map<string, { accepts: Accepts; runs: Run[] }>();

  add(accepts: Accepts, row: number, column: number): void {
    const key = JSON.stringify(accepts);
    let kind = this.byKind.get(key);
    if (!kind) this.byKind.set(key, (kind = { accepts, runs: [] }));
    const run = kind.runs.find((one) => one.column === column && one.until === row - 1);
    if (run) run.until = row;
    else kind.runs.push({ column, from: row, until: row });
  }

  xml(): string {
    if (this.byKind.size === 0) return '';
    const each = [...this.byKind.values()].map(({ accepts, runs }) => {
      const places = runs.map(({ column, from, until }) => `${letters(column)}${from + 1}:${letters(column)}${until + 1}`).join(' ');
      return `<dataValidation ${kindOf(accepts)} allowBlank="1" showErrorMessage="1" error="${escaped(accepts.words.slice(0, 225))}" sqref="${places}">${boundsOf(accepts)}</dataValidation>`;
    });
    return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
  }
}

const kindOf = (accepts: Accepts): string =>
  'list' in accepts ? 'type="list"' : `type="${accepts.whole ? 'whole' : 'decimal'}" operator="between"`;

const boundsOf = (accepts: Accepts): string =>
  'list' in accepts
    ? `<formula1>list_${accepts.list}</formula1>`
    : `<formula1>${accepts.least}</formula1><formula2>${accepts.most}</formula2>`;
