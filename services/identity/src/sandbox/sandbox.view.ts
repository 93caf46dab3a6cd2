import { inBeijing } from '@lianxue/contracts';
import { sandboxSchool, usernameIn } from './sandbox-school.js';
import type { Sandbox } from './sandbox.entity.js';

export function sandboxView(row: Sandbox) {
  const { classes, people } = sandboxSchool(row.id);
  return {
    id: row.id,
    version: row.version,
    createdAt: inBeijing(row.createdAt),
    updatedAt: inBeijing(row.updatedAt),
    app: row.id,
    clientId: row.client,
    county: row.county,
    school: row.school,
    classes: classes.map(({ id }) => id),
    people: people.map((figure) => ({
      id: figure.id,
      role: figure.role,
      organisation: figure.organisation,
      username: figure.account ? usernameIn(row.id, figure) : null,
    })),
    resetAt: inBeijing(row.resetAt),
    checklist: row.checklist,
  };
}
