import type { FilePurpose, ResourceInput } from '@lianxue/contracts';
import type { RowErrorCode } from './row-errors.js';

/** A file as a list names it: by its path within an archive, or by the id under which it was sent. */
export interface NamedFile {
  readonly purpose: Extract<FilePurpose, 'main' | 'supplement' | 'cover'>;
  readonly named: string;
  /** What its content’s hash is, where the list says it. */
  readonly sha256: string | undefined;
  /** What stands above the cell that names it. */
  readonly heading: string;
}

/** A resource as another platform tells of it, understood. */
export interface Brought {
  /** The sheet, or nothing much. */
  readonly file: string;
  readonly line: number;
  readonly idThere: string;
  readonly address: string | null;
  /** The organisation it belongs to, as the row writes it; empty for the one that brings it. */
  readonly organisation: string;
  readonly content: ResourceInput;
  readonly files: readonly NamedFile[];
  /** What stands above a field, for whoever has to mend it. */
  readonly headingOf: (field: 'title' | 'organisation' | 'main' | 'idThere' | 'method' | 'contributors') => string;
}

/** A cell that is wrong. */
export interface RowErrorFound {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly code: RowErrorCode;
}
