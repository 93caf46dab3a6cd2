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

/** What a decoder throws that takes no bytes it does not know. */
export const isBadText = (error: unknown): boolean => (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
