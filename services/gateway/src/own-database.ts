import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Statements } from './apps/sandboxes.js';

/** The gateway's own tables, for reads that belong to no operation. */
export const statementsOf = (source: DataSource): Statements => (source.driver as PostgresDriver).master as Statements;
