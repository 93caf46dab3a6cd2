import { assertThat, CLOCK, FileUnknown, refuse, SheetUnreadable, type Caller, type Clock } from '@lianxue/contracts';
import { FILES, ownFile, sheetsOf, Unreadable, Zip, type Files, type KeptFile, type TableRow, type ZipLimits } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';

const keptMs = 7 * 24 * 3600_000;

/** What no honest form comes near: a hostile one is refused before it costs anybody anything. */
const limits: ZipLimits = { files: 200, bytes: 64 * 1024 * 1024, ratio: 200 };

/** Workbooks and tables: made for whoever asked, read from whoever sent them. */
@Injectable()
export class SheetFiles {
  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async keep(
    name: string,
    bytes: Uint8Array,
    { subject, client }: Caller,
    extension: 'xlsx' | 'csv' = 'xlsx',
  ): Promise<{ id: string; name: string }> {
    const until = new Date(this.clock.now().getTime() + keptMs);
    const file = { id: newId(), name: `${name.replace(/[\\/:*?"<>|]/g, ' ')}.${extension}` };
    await this.files.keep([bytes], { ...file, kind: 'form.made', owner: { subject, client }, until });
    return file;
  }

  /** What the caller has sent under this id; to everyone else it does not exist. */
  async sent(id: string, caller: Caller): Promise<KeptFile> {
    const file = await ownFile(this.files, id, 'form', caller, this.clock.now());
    assertThat(file, FileUnknown);
    return file;
  }

  /** Goes through the rows of the first sheet that is shown, at most so many; refuses what is no workbook, by its fault. */
  async read<T>(file: KeptFile, mostRows: number, through: (rows: AsyncIterable<TableRow>) => Promise<T>): Promise<T> {
    try {
      const zip = await Zip.open(this.files, file, limits);
      try {
        const [sheet] = await sheetsOf(zip, mostRows);
        return await through(sheet!.rows());
      } finally {
        zip.close();
      }
    } catch (error) {
      if (error instanceof Unreadable) throw refuse(SheetUnreadable, { reason: error.fault });
      throw error;
    }
  }
}
