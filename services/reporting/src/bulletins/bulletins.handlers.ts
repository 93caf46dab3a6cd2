import { Controller, Inject } from '@nestjs/common';
import { BulletinNotFound, inBeijing, reporting, type Bulletin as BulletinView, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Bulletin } from './bulletin.entity.js';
import { bulletinPaper, bulletinView, objectionView, type Addressee } from './bulletin.view.js';
import { Drafting } from './drafting.js';
import { Issuing } from './issuing.js';
import { Objecting } from './objecting.js';
import { BulletinObjection } from './objection.entity.js';
import { templates } from './templates.js';

@Controller()
export class BulletinsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Drafting) private readonly drafting: Drafting,
    @Inject(Issuing) private readonly issuing: Issuing,
    @Inject(Objecting) private readonly objecting: Objecting,
  ) {}

  @Handles(reporting.bulletinTemplates)
  async bulletinTemplates() {
    return { items: [...templates] };
  }

  @Handles(reporting.draftBulletin)
  async draftBulletin(input: InputOf<typeof reporting.draftBulletin>, call: Call) {
    return this.view(await this.drafting.draft(input, call), call);
  }

  @Handles(reporting.bulletins)
  async bulletins({ status, limit, cursor }: InputOf<typeof reporting.bulletins>, call: Call) {
    const where = allOf(status !== undefined && sql`t.status = ${status}`);
    const { items, next } = await this.store.page(Bulletin, call, { where, limit, cursor }, (bulletin) => bulletin);
    return { items: await this.views(items, call), ...(next !== undefined && { next }) };
  }

  @Handles(reporting.bulletin)
  async bulletin({ bulletinId }: InputOf<typeof reporting.bulletin>, call: Call) {
    return this.view(await this.store.one(Bulletin, bulletinId, call, BulletinNotFound), call);
  }

  @Handles(reporting.bulletinPaper)
  async bulletinPaper({ bulletinId }: InputOf<typeof reporting.bulletinPaper>, call: Call) {
    const bulletin = await this.store.one(Bulletin, bulletinId, call, BulletinNotFound);
    const addressees = (await this.addresseesOf([bulletin])).get(bulletin.id)!;
    const [around] = await this.store.read<{ name: string; replaced: string | null }>(
      sql`select o.name, (select number from bulletin where id = ${bulletin.replaces}::uuid) as replaced from organisation o where o.id = ${bulletin.organisation}`,
    );
    return bulletinPaper(bulletin, around!.name, addressees, around!.replaced);
  }

  @Handles(reporting.reviseBulletin)
  async reviseBulletin(input: InputOf<typeof reporting.reviseBulletin>, call: Call) {
    return this.view(await this.drafting.revise(input, call), call);
  }

  @Handles(reporting.checkBulletin)
  async checkBulletin({ bulletinId }: InputOf<typeof reporting.checkBulletin>, call: Call) {
    return this.view(await this.issuing.check(bulletinId, call), call);
  }

  @Handles(reporting.sendBackBulletin)
  async sendBackBulletin(input: InputOf<typeof reporting.sendBackBulletin>, call: Call) {
    return this.view(await this.issuing.sendBack(input, call), call);
  }

  @Handles(reporting.signBulletin)
  async signBulletin({ bulletinId }: InputOf<typeof reporting.signBulletin>, call: Call) {
    return this.view(await this.issuing.sign(bulletinId, call), call);
  }

  @Handles(reporting.issueBulletin)
  async issueBulletin(input: InputOf<typeof reporting.issueBulletin>, call: Call) {
    return this.view(await this.issuing.issue(input, call), call);
  }

  @Handles(reporting.correctBulletin)
  async correctBulletin(input: InputOf<typeof reporting.correctBulletin>, call: Call) {
    return this.view(await this.drafting.correct(input, call), call);
  }

  @Handles(reporting.withdrawBulletin)
  async withdrawBulletin(input: InputOf<typeof reporting.withdrawBulletin>, call: Call) {
    return this.view(await this.issuing.withdraw(input, call), call);
  }

  @Handles(reporting.receiveBulletin)
  async receiveBulletin({ bulletinId }: InputOf<typeof reporting.receiveBulletin>, call: Call) {
    return this.view(await this.issuing.receive(bulletinId, call), call);
  }

  @Handles(reporting.objectToBulletin)
  async objectToBulletin(input: InputOf<typeof reporting.objectToBulletin>, call: Call) {
    return objectionView(await this.objecting.file(input, call), call.caller);
  }

  @Handles(reporting.bulletinObjections)
  bulletinObjections({ bulletin, status, limit, cursor }: InputOf<typeof reporting.bulletinObjections>, call: Call) {
    const where = allOf(bulletin !== undefined && sql`t.bulletin = ${bulletin}`, status !== undefined && sql`t.status = ${status}`);
    return this.store.page(BulletinObjection, call, { where, limit, cursor }, (objection) => objectionView(objection, call.caller));
  }

  @Handles(reporting.answerBulletinObjection)
  async answerBulletinObjection(input: InputOf<typeof reporting.answerBulletinObjection>, call: Call) {
    return objectionView(await this.objecting.answer(input, call), call.caller);
  }

  private async view(bulletin: Bulletin, call: Call): Promise<BulletinView> {
    const [view] = await this.views([bulletin], call);
    return view!;
  }

  private async views(bulletins: readonly Bulletin[], call: Call): Promise<BulletinView[]> {
    const addressees = await this.addresseesOf(bulletins);
    return bulletins.map((bulletin) => bulletinView(bulletin, addressees.get(bulletin.id)!, call));
  }

  /** To whom each goes, in the order in which they were named, and who has received it. */
  private async addresseesOf(bulletins: readonly Bulletin[]): Promise<ReadonlyMap<string, Addressee[]>> {
    const rows = await this.store.read<{ bulletin: string; organisation: string; name: string; received_at: Date | null }>(
      sql`select b.id as bulletin, o.id as organisation, o.name, r.received_at
          from bulletin b cross join unnest(b.addressees) with ordinality as a(id, place) join organisation o on o.id = a.id
          left join bulletin_receipt r on r.bulletin = b.id and r.organisation = o.id
          where b.id = any(${bulletins.map(({ id }) => id)}::uuid[]) order by b.id, a.place`,
    );
    const of = (id: string) => rows.filter(({ bulletin }) => bulletin === id);
    return new Map(
      bulletins.map(({ id }) => [
        id,
        of(id).map(({ organisation, name, received_at: at }) => ({ organisation, name, receivedAt: at && inBeijing(at) })),
      ]),
    );
  }
}
