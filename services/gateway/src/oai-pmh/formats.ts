import type { HarvestedContent } from '@lianxue/contracts';
import type { Xml } from './xml.js';

/** One way to write a resource down; `address` is where it is read. */
export interface MetadataFormat {
  readonly prefix: string;
  readonly schema: string;
  readonly namespace: string;
  write(id: string, content: HarvestedContent, address: string): Xml;
}
