import { dublinCoreElements, harvestSetSpec, takenDownSet } from '@lianxue/contracts';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { PeerFault, type PeerManners, type PeerPage, type PeerRecord } from './peer-catalogues.js';

const protocol = 'http://www.openarchives.org/OAI/2.0/';
const dublinCore = 'http://purl.org/dc/elements/1.1/';

const takenDown = harvestSetSpec(takenDownSet);

/** What is kept of one record; a catalogue that says more than this is not meant to be read. */
const most = { values: 50, signs: 4000, identifier: 1000 } as const;

interface Answer {
  readonly toldAt: Date | undefined;
  readonly error: { readonly code: string; readonly message: string } | undefined;
  readonly records: readonly PeerRecord[];
  readonly token: string | undefined;
  readonly granularity: string | undefined;
  readonly deletedRecord: string | undefined;
}

/** How the other keeps its records, from its answer to Identify. */
export function mannersIn(xml: string): PeerManners {
  const { error, granularity, deletedRecord } = read(xml);
  if (error) throw new PeerFault('protocol', `${error.code}: ${error.message}`);
  if (granularity === undefined) throw new PeerFault('no_oai_pmh', 'It does not say how exact its datestamps are');
  return { granularity: /T/.test(granularity) ? 'seconds' : 'days', keepsTombstones: deletedRecord === 'persistent' };
}

/** A part of a list, from an answer to ListRecords. */
export function pageIn(xml: string): PeerPage {
  const { error, toldAt, records, token } = read(xml);
  if (error?.code === 'badResumptionToken') throw new PeerFault('token_over', error.message);
  if (error && error.code !== 'noRecordsMatch') throw new PeerFault('protocol', `${error.code}: ${error.message}`);
  if (!toldAt || Number.isNaN(toldAt.getTime())) throw new PeerFault('no_oai_pmh', 'It does not say when it answers');
  return { toldAt, records, token: token?.trim() || undefined };
}

/** Reads an answer of the protocol; entities of its own it has none, and nothing outside it is fetched. */
function read(xml: string): Answer {
  const parser = new SaxesParser({ xmlns: true });
  const reading = new Reading();
  let trouble: Error | undefined;
  parser.on('error', (error) => void (trouble ??= error));
  parser.on('doctype', () => void (trouble ??= new Error('a document type')));
  parser.on('opentag', (tag) => reading.open(tag));
  parser.on('text', (text) => reading.text(text));
  parser.on('cdata', (text) => reading.text(text));
  parser.on('closetag', (tag) => reading.close(tag));
  parser.write(xml).close();
  if (trouble || !reading.isProtocol) throw new PeerFault('no_oai_pmh', 'This is no answer of OAI-PMH');
  return reading;
}

class Reading implements Answer {
  toldAt: Date | undefined;
  error: { code: string; message: string } | undefined;
  readonly records: PeerRecord[] = [];
  token: string | undefined;
  granularity: string | undefined;
  deletedRecord: string | undefined;
  isProtocol = false;

  private depth = 0;
  private said = '';
  private code = '';
  private record:
    { identifier: string; datestamp: string; deleted: boolean; takenDown: boolean; elements: Record<string, string[]> } | undefined;
  private inHeader = false;

  open({ uri, local, attributes }: SaxesTagNS): void {
    this.said = '';
    if (++this.depth === 1) this.isProtocol = uri === protocol && local === 'OAI-PMH';
    if (uri !== protocol) return;
    if (local === 'record') this.record = { identifier: '', datestamp: '', deleted: false, takenDown: false, elements: {} };
    if (local === 'header') {
      this.inHeader = true;
      if (this.record) this.record.deleted = attributes['status']?.value === 'deleted';
    }
    if (local === 'error') this.code = attributes['code']?.value ?? '';
  }

  text(text: string): void {
    if (this.said.length < most.signs) this.said += text;
  }

  close({ uri, local }: SaxesTagNS): void {
    this.depth--;
    const said = this.said.trim();
    this.said = '';
    if (uri === dublinCore) return this.element(local, said);
    if (uri !== protocol) return;
    if (local === 'responseDate') this.toldAt = new Date(said);
    else if (local === 'error') this.error ??= { code: this.code, message: said.slice(0, 300) };
    else if (local === 'resumptionToken') this.token = said;
    else if (local === 'granularity') this.granularity = said;
    else if (local === 'deletedRecord') this.deletedRecord = said;
    else if (local === 'header') this.inHeader = false;
    else if (local === 'record') this.end();
    else if (this.inHeader && this.record && local === 'setSpec') this.record.takenDown ||= said === takenDown;
    else if (this.inHeader && this.record && (local === 'identifier' || local === 'datestamp')) this.record[local] = said;
  }

  private element(name: string, value: string): void {
    if (!this.record || value === '' || !dublinCoreElements.some((each) => each === name)) return;
    const values = (this.record.elements[name] ??= []);
    if (values.length < most.values) values.push(value.slice(0, most.signs));
  }

  /** A record that cannot be told from others is passed over. */
  private end(): void {
    const { identifier, datestamp, deleted, takenDown, elements } = this.record!;
    this.record = undefined;
    const at = new Date(datestamp);
    if (identifier === '' || identifier.length > most.identifier || Number.isNaN(at.getTime())) return;
    this.records.push({ identifier, datestamp: at, deleted, takenDown: deleted && takenDown, elements: deleted ? {} : elements });
  }
}
