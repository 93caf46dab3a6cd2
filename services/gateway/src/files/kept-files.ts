import { FolderFiles, type Files } from '@lianxue/files';

export const FILES = Symbol('lianxue.files');

/** Where the services of this installation keep files. */
export function filesFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const folder = env['LIANXUE_FILES'];
  if (!folder) throw new Error('LIANXUE_FILES is not set: the folder in which this installation keeps files');
  return folder;
}

export const keptFiles = (): Files => new FolderFiles(filesFolder());
