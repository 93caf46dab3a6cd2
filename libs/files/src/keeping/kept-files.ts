import { FolderFiles } from './folder-files.js';
import type { Files } from './files.js';

/** The {@link Files} of this installation, for whoever asks Nest for them. */
export const FILES = Symbol('lianxue.files');

/** The folder in which this installation keeps files: the gateway takes them in and gives them out, services read and make them. */
export function filesFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const folder = env['LIANXUE_FILES'];
  if (!folder) throw new Error('LIANXUE_FILES is not set: the folder in which this installation keeps files');
  return folder;
}

export const keptFiles = (): Files => new FolderFiles(filesFolder());
