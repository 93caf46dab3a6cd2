import { FormCollides, refuse, type FormContent } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';

/** A new form carries on what levels below have added; where its codes are theirs already, it says which. */
export async function refuseCollisions(dataSet: string, { indicators }: FormContent, work: Work): Promise<void> {
  const sections = await work.query<{ id: string; prefix: string }>('select id, prefix from added_section where data_set = $1', [dataSet]);
  const codes = indicators.map(({ code }) => code);
  const collide = (prefix: string) => codes.filter((code) => code.startsWith(`${prefix}_`));
  const those = sections.filter(({ prefix }) => collide(prefix).length > 0);
  if (those.length === 0) return;
  throw refuse(FormCollides, { codes: [...new Set(those.flatMap(({ prefix }) => collide(prefix)))], sections: those.map(({ id }) => id) });
}
