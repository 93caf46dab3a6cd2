import { pupilQrPage } from '../../pages/sign-in/class-views.js';
import type { Accounts } from '../accounts.js';
import type { Passage } from '../passage.js';
import { refusedBy } from '../refusals.js';
import type { Step } from '../steps/step.js';
import type { Visit } from '../visit.js';
import { qrIn, type ClassBrowsers } from './class-browser.js';

/** The teacher's QR code for one pupil: read by the camera, it waits in the browser for the app to ask who is there. */
export class PupilQrWay {
  readonly steps: readonly Step[] = [
    { verb: 'post', path: '/qr', take: (visit) => this.enter(visit) },
    { verb: 'post', path: '/no-qr', take: (visit) => this.forget(visit) },
  ];

  constructor(
    private readonly passage: Passage,
    private readonly accounts: Accounts,
    private readonly browsers: ClassBrowsers,
  ) {}

  /** Shows whom a QR code in this browser lets in; false when there is none, or none that still holds. */
  async asked(visit: Visit): Promise<boolean> {
    const token = qrIn(visit.request);
    if (token === undefined) return false;
    try {
      const { picture } = await this.accounts.pictureAtQr(token);
      this.passage.page(visit, 200, pupilQrPage(visit.form, picture));
      return true;
    } catch (error) {
      refusedBy(error);
      visit.response.appendHeader('set-cookie', this.browsers.noQrCookie);
      return false;
    }
  }

  private async enter(visit: Visit): Promise<void> {
    const token = qrIn(visit.request);
    if (token === undefined) return this.passage.goTo(visit, visit.form.address);
    visit.response.appendHeader('set-cookie', this.browsers.noQrCookie);
    try {
      const { person } = await this.accounts.signInByQr(token);
      await this.passage.proven(visit, { person, method: 'mca', secondFactor: 'none', mustChangePassword: false });
    } catch (error) {
      refusedBy(error);
      this.passage.goTo(visit, visit.form.address);
    }
  }

  private async forget(visit: Visit): Promise<void> {
    visit.response.appendHeader('set-cookie', this.browsers.noQrCookie);
    this.passage.goTo(visit, visit.form.address);
  }
}
