import { stat, rm } from 'node:fs/promises';
import {
  assertThat,
  CLOCK,
  FileName,
  FileUnknown,
  isUuid,
  MigrationArchiveElsewhere,
  MigrationUnreadable,
  Refusal,
  refuse,
  shippedAllowances,
  type Caller,
  type Clock,
  type FileTier,
} from '@lianxue/contracts';
import { endingAs, FILES, keptBy, lies, ownFile, Unfit, Unreadable, Watch, type Content, type Files } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { SentFiles, type SeenFile } from '../files/sent-files.js';
import { Archives, hashOf, type Unpacked } from './archives.js';
import type { NamedFile } from './brought.js';
import { WrongRow, type RowErrorCode } from './row-errors.js';

const megabyte = 1024 * 1024;
/** Until the row that names it is committed; what is not is forgotten by then. */
const unpackedMs = 2 * 24 * 3600_000;
const ours = keptBy('resources');

/** A file of a resource as it was brought: what was sent for it, and what is kept of that. */
export interface BroughtFile {
  readonly purpose: NamedFile['purpose'];
  readonly named: string;
  /** SHA-256 of what was sent. */
  readonly sent: string;
  /** SHA-256 of what is kept: a picture is drawn anew. */
  readonly content: string;
}

/** One that can be given, or that the resource has already. */
export interface ReadyFile extends BroughtFile {
  readonly isNew: boolean;
  /** What is given; nothing in a dry run. */
  readonly file: SeenFile | undefined;
}

/** For whom files are made ready. */
export interface Readying {
  readonly archives: Archives;
  readonly caller: Caller;
  readonly tier: FileTier;
  readonly dryRun: boolean;
}

/** Makes the files of rows ready before anything is written: taken out of their archives, and looked at like whatever arrives. */
@Injectable()
export class ReadyingFiles {
  private readonly watch = new Watch();

  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(SentFiles) private readonly sent: SentFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens the archives the caller has sent; refuses what is none. */
  async open(ids: readonly string[], caller: Caller): Promise<Archives> {
    const sent = [];
    for (const id of ids) {
      const file = await ownFile(this.files, id, 'archive', caller, this.clock.now());
      assertThat(file, FileUnknown);
      // What lies in it was never held to what is taken of anybody else.
      const { name, sentFor } = file;
      assertThat(!sentFor || sentFor.organisation === caller.organisation, MigrationArchiveElsewhere, { file: name });
      sent.push(file);
    }
    try {
      return await Archives.open(this.files, sent);
    } catch (error) {
      if (error instanceof Unreadable) throw refuse(MigrationUnreadable, { file: sent[0]?.name ?? '', reason: error.fault });
      throw error;
    }
  }

  /** A file as the row names it. What was brought before under this name and is no longer sent stays as it is. */
  async ready(named: NamedFile, before: readonly BroughtFile[], readying: Readying): Promise<ReadyFile> {
    const known = before.find((one) => one.purpose === named.purpose && one.named === named.named);
    const isId = isUuid(named.named) && !readying.archives.has(named.named);
    if (known && (isId || !readying.archives.has(named.named))) return { ...known, isNew: false, file: undefined };
    const { purpose, heading } = named;
    if (isId) {
      const file = await this.sent.of(named.named, readying.caller).catch(asRowError(heading));
      const { sha256 } = file;
      return this.fitting({ purpose, named: named.named, sent: sha256, content: sha256, isNew: true, file }, named, readying);
    }
    const unpacked = await readying.archives.unpack(named.named, heading);
    try {
      if (known?.sent === unpacked.sha256) return { ...known, isNew: false, file: undefined };
      return this.fitting(await this.looked(unpacked, named, readying), named, readying);
    } finally {
      await rm(unpacked.path, { force: true });
    }
  }

  private fitting(ready: ReadyFile, { purpose, heading, sha256 }: NamedFile, { dryRun }: Readying): ReadyFile {
    if (sha256 !== undefined && sha256 !== ready.sent) throw new WrongRow(heading, 'file.altered');
    try {
      if (ready.file) this.sent.assertFits(ready.file, purpose);
    } catch (error) {
      if (error instanceof Refusal) throw new WrongRow(heading, 'file.unfit');
      throw error;
    }
    return dryRun ? { ...ready, file: undefined } : ready;
  }

  private async looked(
    { path, sha256, name, megabytes }: Unpacked,
    { purpose, named, heading }: NamedFile,
    readying: Readying,
  ): Promise<ReadyFile> {
    const { content, drawn } = await this.watch.look(path).catch((error: unknown) => {
      throw error instanceof Unfit ? new WrongRow(heading, unfit[error.fault]) : error;
    });
    try {
      if (lies(name, content.kind)) throw new WrongRow(heading, 'file.name_lies');
      const called = endingAs(name, content.kind);
      if (!FileName.safeParse(called).success) throw new WrongRow(heading, 'field.unfit');
      const most = (megabytes ?? shippedAllowances[readying.tier])[content.family];
      if (most === undefined || (await stat(path)).size > most * megabyte) throw new WrongRow(heading, 'file.not_allowed');
      const kept = drawn ? await hashOf(drawn) : sha256;
      const about = { purpose, named, sent: sha256, content: kept };
      const file = readying.dryRun ? this.imagined(called, content, kept) : await this.kept(drawn ?? path, called, content);
      return { ...about, isNew: true, file };
    } finally {
      if (drawn) await rm(drawn, { force: true });
    }
  }

  private async kept(path: string, name: string, content: Content): Promise<SeenFile> {
    const until = new Date(this.clock.now().getTime() + unpackedMs);
    return { ...(await this.files.adopt(path, { id: newId(), kind: 'migration.unpacked', name, owner: ours, until, content })), content };
  }

  /** What would be kept: only looked at. */
  private imagined(name: string, content: Content, sha256: string): SeenFile {
    return { id: newId(), kind: 'migration.unpacked', name, owner: ours, until: this.clock.now(), content, sha256, size: 0 };
  }
}

const unfit = {
  unknown: 'file.unrecognised',
  active: 'file.active_content',
  polyglot: 'file.polyglot',
  bomb: 'file.bomb',
  broken: 'file.broken',
  encrypted: 'file.broken',
} as const satisfies Record<Unfit['fault'], RowErrorCode>;

const asRowError =
  (heading: string) =>
  (error: unknown): never => {
    throw error instanceof Refusal ? new WrongRow(heading, 'file.unknown') : error;
  };
