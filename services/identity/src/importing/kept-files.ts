import { FolderFiles, type Files } from '@lianxue/files';

/** Where this installation keeps files; the gateway takes them in and gives them out. */
export const FILES = Symbol('lianxue.identity.files');

export function keptFiles(): Files {
  const folder = process.env['LIANXUE_FILES'];
  if (!folder) throw new Error('LIANXUE_FILES is not set: the folder in which this installation keeps files');
  return new FolderFiles(folder);
}
