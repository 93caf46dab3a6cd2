import { Injectable } from '@nestjs/common';
import type { Call, identity, OutputOf, PostRole } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { PeopleFields, type FieldsOfPerson } from '../people/people-fields.js';

/** Who is asked about figures, the first of them that an organisation has. */
const contactRoles: readonly PostRole[] = [
  'schoolAdmin',
  'rollManager',
  'responsiblePerson',
  'centreHead',
  'countyReviewer',
  'systemAdmin',
];

/** What identity tells the services that collect from organisations: whom to call, and what need not be asked. */
@Injectable()
export class TellingUnits {
  constructor(
    private readonly store: Store,
    private readonly fields: PeopleFields,
  ) {}

  async contacts(organisations: readonly string[], { caller }: Call): Promise<OutputOf<typeof identity.contactsOf>> {
    const found = await this.store.read<FieldsOfPerson & { organisation: string; role: PostRole }>(
      sql`select distinct on (p.organisation) p.organisation, p.role, w.id, w.name, w.kinds, w.gender, w.born_on as "bornOn",
            w.id_number_sealed as "idNumberSealed", w.pupil_number_sealed as "pupilNumberSealed", w.phone_sealed as "phoneSealed"
          from post p join person w on w.id = p.person
          where p.organisation = any(${organisations}::uuid[]) and not p.ended and p.deputy_of is null and p.role = any(${contactRoles})
          order by p.organisation, array_position(${contactRoles}::text[], p.role), p.id`,
    );
    const shown = await this.fields.of(caller, found, ({ id }) => found.find((one) => one.id === id)!.organisation);
    return {
      contacts: found.map(({ organisation, role, id }) => {
        const { name, phone } = shown.get(id)!;
        return { organisation, person: id, role, name, phone };
      }),
    };
  }

  /** Everybody once, though they hold two posts there. */
  async counts(organisation: string, withPoints: boolean): Promise<OutputOf<typeof identity.countsOf>> {
    const [counts] = await this.store.read<OutputOf<typeof identity.countsOf>>(
      sql`with here as (
            select o.id, o.kind from organisation o join organisation own on own.id = ${organisation}
            where o.id = own.id or (o.path <@ own.path and (${withPoints} or o.kind <> 'teachingPoint'))
          )
          select (select count(distinct p.person)::int from post p join here on here.id = p.organisation where p.role = 'pupil' and not p.ended) as pupils,
            (select count(distinct p.person)::int from post p join here on here.id = p.organisation
             where p.role in ('teacher', 'homeroomTeacher') and not p.ended) as teachers,
            (select count(*)::int from school_class c join here on here.id = c.organisation where c.kind = 'homeroom' and not c.ended) as classes,
            (select count(*)::int from organisation t join organisation own on own.id = ${organisation}
             where t.path <@ own.path and t.id <> own.id and t.kind = 'teachingPoint' and not t.closed) as "teachingPoints"`,
    );
    return counts!;
  }
}
