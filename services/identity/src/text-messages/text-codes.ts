import {
  assertThat,
  CLOCK,
  PhoneInvalid,
  refuse,
  TextCodeRefused,
  TextMessageTooOften,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Sealer, sql, Store, type Work, takeTurn } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes, randomInt } from 'node:crypto';
import { checkPhone } from '../people/numbers.js';
import { PhoneOwners } from './phone-owners.js';
import { Sending } from './sending.js';

/** How long a code may be entered, and how often wrongly. */
const codeSeconds = 300;
const triesPerCode = 5;
/** After the code, choosing who one is and a new password must not be hurried. */
const provenSeconds = 600;

/** How many codes one phone and one address may ask for; a village’s phones may share an address, a phone is one family’s. */
const limits = [
  { of: 'phone', codes: 1, seconds: 60 },
  { of: 'phone', codes: 5, seconds: 3600 },
  { of: 'phone', codes: 10, seconds: 86_400 },
  { of: 'address', codes: 60, seconds: 3600 },
] as const;

type Purpose = InputOf<typeof identity.sendTextCode>['purpose'];

/** What a text message says; one message of 70 characters. */
const wordings: Readonly<Record<Purpose, (code: string) => string>> = {
  signIn: (code) => `【联学】登录验证码 ${code}，5 分钟内有效。请勿告诉他人。`,
  password: (code) => `【联学】重设密码验证码 ${code}，5 分钟内有效。如非本人操作请联系学校。`,
};

/** Codes by text message 短信验证码: who asks learns nothing about who has which phone. */
@Injectable()
export class TextCodes {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
    private readonly owners: PhoneOwners,
    private readonly sending: Sending,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async send({ phone, purpose, address = '' }: InputOf<typeof identity.sendTextCode>, call: Call) {
    const { number, fault } = checkPhone(phone);
    assertThat(!fault, PhoneInvalid);
    const lookup = this.owners.lookup(number);
    const [owner] = await this.owners.of(lookup, purpose === 'password');
    const challenge = newId();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const wait = await this.store.commit(call, async (work) => {
      const from = this.sealer.lookup('address', address);
      const wait = await this.wait(lookup, from, work);
      if (wait > 0) return wait;
      const now = this.clock.now();
      const expires = new Date(now.getTime() + codeSeconds * 1000);
      // Nobody's phone gets a code that nobody has.
      const kept = owner ? this.codeHash(challenge, code) : randomBytes(32).toString('base64url');
      await work.query(
        'insert into text_code (id, phone, address, purpose, code, asked_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)',
        [challenge, lookup, from, purpose, kept, now, expires],
      );
      if (owner)
        await work.query(
          `insert into text_message (id, version, organisation, created_at, updated_at, purpose, phone_sealed, text_sealed, state, tries, due_at, expires_at)
           values ($1, 1, $2, $3, $3, $4, $5, $6, 'waiting', 0, $3, $7)`,
          [newId(), owner.organisation, now, purpose, this.sealer.seal(number), this.sealer.seal(wordings[purpose](code)), expires],
        );
      return 0;
    });
    if (wait > 0) throw refuse(TextMessageTooOften, { retryAfter: wait });
    void this.sending.goRound();
    return { challenge, seconds: codeSeconds };
  }

  /** Counts the try and looks at the code in one statement: of guesses made at once, five are looked at. */
  async prove({ challenge, code }: InputOf<typeof identity.proveTextCode>, call: Call) {
    const now = this.clock.now();
    const given = this.codeHash(challenge, code.normalize('NFKC').replace(/\s/g, ''));
    const [tried] = await this.store.commit(call, (work) =>
      work.query<{ phone: string; purpose: Purpose; right: boolean }>(
        `update text_code set tries = tries + 1, proven_at = case when code = $2 then $3::timestamptz end
         where id = $1 and tries < ${triesPerCode} and proven_at is null and expires_at > $3
         returning phone, purpose, code = $2 as right`,
        [challenge, given, now],
      ),
    );
    const owners = tried?.right ? await this.owners.of(tried.phone, tried.purpose === 'password') : [];
    assertThat(owners.length > 0, TextCodeRefused);
    return { people: await Promise.all(owners.map((owner) => this.owners.shown(owner))) };
  }

  /** The person a proven phone speaks for; refuses anybody else. */
  async ownerOf(challenge: string, person: string, purpose: Purpose) {
    const since = new Date(this.clock.now().getTime() - provenSeconds * 1000);
    const [proven] = await this.store.read<{ phone: string }>(
      sql`select phone from text_code where id = ${challenge} and purpose = ${purpose} and proven_at > ${since} and spent_at is null`,
    );
    const owners = proven ? await this.owners.of(proven.phone, purpose === 'password') : [];
    const owner = owners.find(({ id }) => id === person);
    assertThat(owner, TextCodeRefused);
    return owner;
  }

  /** What a proven phone opened, it opens once. */
  async spend(challenge: string, work: Work): Promise<void> {
    const [spent] = await work.query('update text_code set spent_at = $2 where id = $1 and spent_at is null returning 1', [
      challenge,
      this.clock.now(),
    ]);
    assertThat(spent, TextCodeRefused);
  }

  /** Forgets codes of yesterday; deliveries are kept for half a year, as logs are. */
  async forget(call: Call): Promise<void> {
    const now = this.clock.now().getTime();
    await this.store.commit(call, async (work) => {
      await work.query('delete from text_code where asked_at < $1', [new Date(now - 2 * 86_400_000)]);
      await work.query('delete from text_message where created_at < $1', [new Date(now - 183 * 86_400_000)]);
    });
  }

  /** Seconds until another code may be asked for. Those who ask for one phone at once stand in line. */
  private async wait(phone: string, address: string, work: Work): Promise<number> {
    await takeTurn(work, `text code ${phone}`);
    const now = this.clock.now().getTime();
    let wait = 0;
    for (const { of, codes, seconds } of limits) {
      const [nth] = await work.query<{ at: Date }>(
        `select asked_at as at from text_code where ${of} = $1 and asked_at > $2 order by asked_at desc offset ${codes - 1} limit 1`,
        [of === 'phone' ? phone : address, new Date(now - seconds * 1000)],
      );
      if (nth) wait = Math.max(wait, Math.ceil((nth.at.getTime() + seconds * 1000 - now) / 1000));
    }
    return wait;
  }

  private codeHash(challenge: string, code: string): string {
    return this.sealer.lookup('textCode', `${challenge}:${code}`);
  }
}
