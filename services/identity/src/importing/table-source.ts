import { openTablesOr, Unreadable, type Files, type KeptFile, type TableSource, type Zip } from '@lianxue/files';
import { headerIn, type TableField } from './table-columns.js';

/** Texts of OneRoster or SDS files, by name without .csv. */
interface RosterTexts {
  readonly texts: Readonly<Record<string, string>>;
}

export type Source = ({ readonly tables: readonly TableSource<TableField>[] } | RosterTexts) & { close(): void };

/** Rosters in several files are read whole: their rows name each other. */
const longestTexts = 64 * 1024 * 1024;

/** Opens what was sent, whatever it is called: a workbook, a zip of CSV files, or one CSV. Throws {@link Unreadable}. */
export async function openSource(files: Files, file: KeptFile): Promise<Source> {
  return openTablesOr(files, file, headerIn, async (zip) => ({ texts: await textsOf(zip) }));
}

/** The CSV files, in whichever folder of the zip they lie. */
async function textsOf(zip: Zip): Promise<Record<string, string>> {
  const texts: Record<string, string> = Object.create(null) as Record<string, string>;
  let bytes = 0;
  for (const name of zip.names) {
    const [, short] = /(?:^|\/)([A-Za-z]{1,60})\.csv$/.exec(name) ?? [];
    if (!short || name.includes('__MACOSX')) continue;
    texts[short] = await zip.text(name);
    if ((bytes += texts[short].length) > longestTexts) throw new Unreadable('too_large', name);
  }
  if (Object.keys(texts).length === 0) throw new Unreadable('not_a_workbook');
  return texts;
}
