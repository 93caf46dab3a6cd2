import {
  inBeijing,
  transcodingLife,
  type Caller,
  type ResourceFile as ResourceFileShape,
  type Transcoding as TranscodingShape,
  type TranscodingState,
} from '@lianxue/contracts';
import type { ResourceFile } from './resource-file.entity.js';
import type { Transcoding } from './transcoding.entity.js';

export function resourceFileView(row: ResourceFile, transcoding: TranscodingState | null): ResourceFileShape {
  const { id, version, createdAt, updatedAt, resource, purpose, seen, bytes, content, of, name } = row;
  return {
    ...{ id, version, createdAt: inBeijing(createdAt), updatedAt: inBeijing(updatedAt) },
    ...{ resource, purpose, family: seen.family, content: seen, size: bytes, sha256: content, of, name, transcoding },
  };
}

export function transcodingView(row: Transcoding, caller: Caller): TranscodingShape {
  const { id, version, createdAt, updatedAt, resource, file, state, seen, bytes, attempts, takenAt, reason, rendition } = row;
  return {
    ...{ id, version, createdAt: inBeijing(createdAt), updatedAt: inBeijing(updatedAt) },
    ...{ resource, file, state, content: seen, size: bytes, attempts, takenAt: takenAt && inBeijing(takenAt), reason, rendition },
    moves: transcodingLife.movesFor(state, caller),
  };
}
