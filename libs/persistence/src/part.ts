import type { EntityClass } from './database/data-source.js';
import type { Type } from '@nestjs/common';

/** What a service's module gathers from one of its folders. */
export interface Part {
  readonly entities: readonly EntityClass[];
  /** They need a database and a way to announce, and no wire. */
  readonly rules: readonly Type[];
  readonly handlers: readonly Type[];
}
