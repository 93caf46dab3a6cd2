import { FeedCursorInvalid, FeedEpochChanged, refuse } from '@lianxue/contracts';

/** A place in the feed: which history, and how far. Opaque to readers. */
export interface FeedCursor {
  readonly epoch: string;
  readonly position: number;
}

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,15})$/;

export const writeCursor = ({ epoch, position }: FeedCursor): string => Buffer.from(`${epoch}.${position}`).toString('base64url');

/** Reads a cursor of the present feed; 410 for one of another epoch, or one ahead of a feed that was restored. */
export function readCursor(text: string, now: FeedCursor): number {
  const [, epoch, position] = shape.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  if (!epoch) throw refuse(FeedCursorInvalid);
  if (epoch !== now.epoch || Number(position) > now.position) throw refuse(FeedEpochChanged, { begin: '/federation/v1/snapshot' });
  return Number(position);
}
