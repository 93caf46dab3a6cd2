/** The client by André Gaul, which has no types of its own; as far as it is used here. */
declare module 'oai-pmh' {
  export interface OaiPmhRecord {
    readonly header: { readonly identifier: string; readonly datestamp: string; readonly $?: { readonly status?: string } };
    readonly metadata?: { readonly 'oai_dc:dc'?: Readonly<Record<string, unknown>> };
  }
  class OaiPmh {
    constructor(baseUrl: string);
    identify(): Promise<Readonly<Record<string, unknown>>>;
    listRecords(options: Readonly<Record<string, string>>): AsyncIterable<OaiPmhRecord>;
  }
  /** A CommonJS module, whose names Node does not see. */
  const names: { readonly OaiPmh: typeof OaiPmh };
  export default names;
  export type { OaiPmh };
}
