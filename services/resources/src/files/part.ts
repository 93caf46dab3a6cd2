import type { Part } from '@lianxue/persistence';
import { BringingBack } from './bringing-back.js';
import { ResourceFilesHandlers } from './files.handlers.js';
import { FilesOfReleases } from './files-of-releases.js';
import { Holding } from './holding.js';
import { ResourceFile } from './resource-file.entity.js';
import { SentFiles } from './sent-files.js';
import { TendingFiles } from './tending-files.js';
import { Transcoding } from './transcoding.entity.js';
import { Transcodings } from './transcodings.js';

/** Files of resources. */
export const files: Part = {
  entities: [ResourceFile, Transcoding],
  rules: [SentFiles, Transcodings, Holding, FilesOfReleases, BringingBack, TendingFiles],
  handlers: [ResourceFilesHandlers],
};
