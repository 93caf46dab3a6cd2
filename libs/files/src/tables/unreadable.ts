/** Why a file is no table that can be read. */
export type Fault =
  | 'not_a_zip'
  | 'not_a_workbook'
  | 'encrypted'
  | 'too_large'
  | 'too_many_files'
  | 'too_many_rows'
  | 'broken_quotes'
  | 'broken_xml'
  | 'encoding'
  | 'no_header'
  | 'missing_column';

/** A file that cannot be read, whoever sent it and why. */
export class Unreadable extends Error {
  constructor(
    readonly fault: Fault,
    readonly file = '',
  ) {
    super(`${file || 'The file'} cannot be read: ${fault}`);
  }
}

/** Reads what is opened of a file and closes it. Of what cannot be read `refused` is told in which file, and why, and answers what is thrown. */
export async function readThrough<S extends { close(): void }, T>(
  { name }: { readonly name: string },
  open: () => Promise<S>,
  read: (source: S) => Promise<T>,
  refused: (what: { readonly file: string; readonly reason: Fault }) => Error,
): Promise<T> {
  try {
    const source = await open();
    return await read(source).finally(() => source.close());
  } catch (error) {
    throw error instanceof Unreadable ? refused({ file: error.file || name, reason: error.fault }) : error;
  }
}

/** What a decoder throws that takes no bytes it does not know. */
export const isBadText = (error: unknown): boolean => (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
