import {
  assertThat,
  ClassCodeRefused,
  CLOCK,
  lastGradeByPicture,
  pupilPictures,
  PupilQrRefused,
  PupilNotInClass,
  inBeijing,
  refuse,
  SignInRefused,
  type Call,
  type Clock,
  type identity,
  type InputOf,
  type RefusalKind,
} from '@lianxue/contracts';
import { Sealer, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { CurrentPosts } from '../people/current-posts.js';
import { Passwords } from '../people/passwords.js';
import { Registrants } from '../registration/registrants.js';
import { Throttle } from '../signing-in/throttle.js';
import { classCodeLookup, pictureKey } from './codes.js';
import { YoungClasses } from './young-classes.js';

/** Time to hold a tablet before the teacher's screen. */
const qrSeconds = 120;

/** Only what still holds today: the code, the class and its grade, the pupil in it. */
const standing = sql`
  from pupil_pin p
  join school_class c on c.id = p.class and not c.ended and c.kind = 'homeroom' and c.grade_ordinal <= ${lastGradeByPicture}
  join enrolment e on e.class = p.class and e.person = p.person and e.role = 'pupil' and not e.ended
  join person x on x.id = p.person and not x.closed`;

/** How a pupil of grades 1 to 3 comes in: picture and PIN of their class, or a QR code their teacher shows. */
@Injectable()
export class SigningInByPicture {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly posts: CurrentPosts,
    private readonly registrants: Registrants,
    private readonly classes: YoungClasses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Which pictures a class has, in the order of the list and not of the roll. */
  async pictures(code: string) {
    const found = await this.behind(code);
    const [first] = found;
    assertThat(first, ClassCodeRefused);
    const taken = new Set(found.map(({ picture }) => picture));
    return { class: first.class, pictures: pupilPictures.map(({ key }) => key).filter((key) => taken.has(key)) };
  }

  async signIn({ code, picture, pin, address }: InputOf<typeof identity.signInByPicture>, call: Call) {
    const found = (await this.behind(code)).find((each) => each.picture === picture);
    // Counted for each pupil and address apart: mistakes with one picture keep nobody else of the class waiting.
    const attempt = this.throttle.attempt(found ? pictureKey(found.person) : `picture ${code} ${picture}`, address);
    await this.throttle.refuseEarly(attempt);
    if (!(await this.passwords.matches(found?.pinHash, pin.normalize('NFKC').replace(/\s/g, '')))) {
      await this.throttle.failed(attempt, call);
      throw refuse(SignInRefused);
    }
    await this.throttle.succeeded(attempt, call);
    return this.enter(found!.person, SignInRefused, call);
  }

  async showQr({ classId, person }: InputOf<typeof identity.showPupilSignInQr>, call: Call) {
    const young = await this.classes.read(classId, call);
    assertThat((await this.classes.pupils(young)).includes(person), PupilNotInClass);
    const [known] = await this.store.read(sql`select 1 from pupil_pin where class = ${classId} and person = ${person}`);
    assertThat(known, PupilNotInClass);
    const token = randomBytes(24).toString('base64url');
    const until = new Date(this.clock.now().getTime() + qrSeconds * 1000);
    await this.store.commit(call, async (work) => {
      await work.query('insert into pupil_qr (token, class, person, expires_at) values ($1, $2, $3, $4)', [
        this.hashed(token),
        classId,
        person,
        until,
      ]);
      work.note('pupil_qr.shown', person);
    });
    return { token, url: `/sign-in/qr/${token}`, svg: `/sign-in/qr/${token}/picture.svg`, until: inBeijing(until) };
  }

  async pictureAtQr(token: string) {
    const [found] = await this.store.read<{ picture: string }>(
      sql`select p.picture ${standing} join pupil_qr q on q.class = p.class and q.person = p.person
          where q.token = ${this.hashed(token)} and q.spent_at is null and q.expires_at > ${this.clock.now()}`,
    );
    assertThat(found, PupilQrRefused);
    return found;
  }

  async signInByQr(token: string, call: Call) {
    await this.pictureAtQr(token);
    const now = this.clock.now();
    const [spent] = await this.store.commit(call, (work) =>
      work.query<{ person: string }>(
        'update pupil_qr set spent_at = $2 where token = $1 and spent_at is null and expires_at > $2 returning person',
        [this.hashed(token), now],
      ),
    );
    assertThat(spent, PupilQrRefused);
    return this.enter(spent.person, PupilQrRefused, call);
  }

  /** Forgets QR codes of yesterday. */
  async forget(call: Call): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 86_400_000);
    await this.store.commit(call, (work) => work.query('delete from pupil_qr where expires_at < $1', [before]));
  }

  /** Nobody who is more than a pupil comes in by four digits. */
  private async enter(person: string, refused: RefusalKind, call: Call) {
    const posts = await this.posts.of(person);
    assertThat(posts.length > 0 && posts.every(({ role }) => role === 'pupil'), refused);
    await this.registrants.note(person, call);
    return { person };
  }

  private behind(code: string) {
    return this.store.read<{ class: string; person: string; picture: string; pinHash: string }>(
      sql`select p.class, p.person, p.picture, p.pin_hash as "pinHash" ${standing} join class_sign_in s on s.class = p.class
          where s.code_lookup = ${classCodeLookup(this.sealer, code)} and s.until > ${this.clock.now()}`,
    );
  }

  private hashed(token: string): string {
    return this.sealer.lookup('pupilQr', token);
  }
}
