import type { EntityClass } from '@lianxue/persistence';
import type { Type } from '@nestjs/common';

/** What the service's module gathers from one folder. */
export interface Part {
  readonly entities: readonly EntityClass[];
  /** They need a database and a way to announce, and no wire. */
  readonly rules: readonly Type[];
  readonly handlers: readonly Type[];
}
