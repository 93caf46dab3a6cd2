import { render, type Sql } from './sql.js';
import type { Store, Work } from './store.js';

/** Asks the database, within a commit or without one. */
export type Asking = <R>(piece: Sql) => Promise<R[]>;

export const askingOf =
  (store: Store): Asking =>
  (piece) =>
    store.read(piece);

export const askingWithin =
  (work: Work): Asking =>
  (piece) => {
    const { text, values } = render(piece);
    return work.query(text, values);
  };
