import oaiPmh, { type OaiPmh, type OaiPmhRecord } from 'oai-pmh';

/** What a walk through the repository brought. */
export interface Walked {
  readonly records: number;
  readonly repeated: number;
  readonly seconds: number;
}

/** A harvester as libraries write them: it keeps the last it was told of each record, and goes on from the latest datestamp it saw. */
export class Harvester {
  /** The title of each record; null where it was deleted. */
  readonly kept = new Map<string, string | null>();
  private latest: string | undefined;
  private readonly client: OaiPmh;

  constructor(address: string) {
    this.client = new oaiPmh.OaiPmh(address);
  }

  async walk(): Promise<Walked> {
    const began = Date.now();
    const seen = new Set<string>();
    let records = 0;
    let latest = this.latest;
    try {
      for await (const record of this.client.listRecords({ metadataPrefix: 'oai_dc', ...(this.latest && { from: this.latest }) })) {
        const { identifier, datestamp, $: attributes } = record.header;
        records++;
        seen.add(identifier);
        this.kept.set(identifier, attributes?.status === 'deleted' ? null : titleOf(record));
        if (latest === undefined || datestamp > latest) latest = datestamp;
      }
    } catch (error) {
      if ((error as { code?: string }).code !== 'noRecordsMatch') throw error;
    }
    this.latest = latest;
    return { records, repeated: records - seen.size, seconds: (Date.now() - began) / 1000 };
  }
}

function titleOf({ metadata }: OaiPmhRecord): string {
  const title = metadata?.['oai_dc:dc']?.['dc:title'];
  if (typeof title !== 'string') throw new Error('a record without a title');
  return title;
}
