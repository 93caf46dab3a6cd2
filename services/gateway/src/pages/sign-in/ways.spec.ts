import { expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { AppOf } from '../../oidc/spec-kit/app.js';
import { post } from '../../oidc/spec-kit/known-accounts.js';
import { running } from '../../oidc/spec-kit/running.room.js';
import { beginIn, opened, picture, realBrowser, usability, usable, withChromium } from './spec-kit/real-browser.js';

const patienceMs = 60_000;

withChromium('in a real browser', () => {
  const world = running();
  const chromium = realBrowser();
  const appOf = (name = '控制台') => AppOf.discovering(world.server, world.accounts.app(randomUUID(), { name }).clientId);
  const typed = async (page: Page, text: string) => {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };

  it(
    'an administrator sets up a second factor, and is asked for it next time',
    async () => {
      const account = world.accounts.person('admin', [post('schoolAdmin', '临川一小')], { secondFactor: 'required' });
      const app = await appOf();
      const page = await chromium.page('zh-CN');
      const first = await beginIn(page, app);
      await opened(page, '登录');
      await page.keyboard.type('admin');
      await page.keyboard.press('Tab');
      await typed(page, account.password);
      await opened(page, '启用动态口令');
      expect(await usability(page)).toEqual({ ...usable, language: 'zh-CN' });
      expect(await page.getByRole('img', { name: /二维码/ }).count()).toBe(1);
      await picture(page, 'enrolment');
      await typed(page, '000000');
      await opened(page, { alert: true });
      expect(await page.locator('input:focus').getAttribute('id')).toBe('code');
      await typed(page, '123456');
      await opened(page, '保存恢复码');
      expect(await page.locator('.codes li').count()).toBe(10);
      await picture(page, 'recovery-codes');
      await page.keyboard.press('Enter');
      expect(decodeJwt((await first.tokens()).id_token!)).toMatchObject({
        acr: 'urn:lianxue:acr:two-factors',
        amr: ['pwd', 'otp', 'mfa'],
      });
      const elsewhere = await chromium.page('en-GB');
      const second = await beginIn(elsewhere, app);
      await opened(elsewhere, 'Sign in');
      await elsewhere.keyboard.type('admin');
      await elsewhere.keyboard.press('Tab');
      await typed(elsewhere, account.password);
      await opened(elsewhere, 'Second step');
      expect(await usability(elsewhere)).toEqual({ ...usable, language: 'en' });
      await picture(elsewhere, 'second-factor-en');
      await typed(elsewhere, '123456');
      expect(decodeJwt((await second.tokens()).access_token)).toMatchObject({ sub: account.person });
    },
    patienceMs,
  );

  it(
    'an app asks for two factors, and who has none sets one up on the way',
    async () => {
      const account = world.accounts.person('careful', [post('teacher', '临川一小')]);
      const app = await appOf();
      const page = await chromium.page('zh-CN');
      const plain = await beginIn(page, app);
      await opened(page, '登录');
      await page.keyboard.type('careful');
      await page.keyboard.press('Tab');
      await typed(page, account.password);
      expect(decodeJwt((await plain.tokens()).id_token!)).toMatchObject({ acr: 'urn:lianxue:acr:one-factor', amr: ['pwd'] });
      await beginIn(page, app, { acr_values: 'urn:lianxue:acr:two-factors' });
      await opened(page, '登录');
    },
    patienceMs,
  );

  it(
    'a parent signs in by a code on the phone the family shares',
    async () => {
      const phone = '13800001111';
      world.accounts.person('child', [post('pupil', '东坑小学')], { name: '李小明', phone });
      const mother = world.accounts.person('mother', [post('guardian', '东坑小学')], { name: '王芳', phone });
      const page = await chromium.page('zh-CN');
      const { tokens } = await beginIn(page, await appOf('家长端'));
      await picture(page, 'sign-in');
      expect(await usability(page)).toEqual({ ...usable, language: 'zh-CN' });
      await page.getByRole('link', { name: '用短信验证码登录' }).click();
      await opened(page, '用短信验证码登录');
      expect(await page.locator('input:focus').getAttribute('id')).toBe('phone');
      await picture(page, 'phone');
      await typed(page, '12');
      await opened(page, { alert: true });
      expect(await page.getByRole('alert').textContent()).toContain('这不是一个手机号码');
      await page.locator('#phone').fill(phone);
      await page.keyboard.press('Enter');
      await opened(page, '填写验证码');
      expect(await usability(page)).toEqual({ ...usable, language: 'zh-CN' });
      await picture(page, 'text-code');
      await typed(page, '111111');
      await opened(page, { alert: true });
      await picture(page, 'text-code-wrong');
      await typed(page, '654321');
      await opened(page, '您是哪一位？');
      expect(await usability(page)).toEqual({ ...usable, language: 'zh-CN' });
      await picture(page, 'choose-person');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(decodeJwt((await tokens()).access_token)).toMatchObject({ sub: mother.person, role: 'guardian' });
    },
    patienceMs,
  );

  it(
    'a number that nobody has leads to the same page, and to nothing behind it',
    async () => {
      const shown = async (phone: string) => {
        const page = await chromium.page('zh-CN');
        await beginIn(page, await appOf());
        await page.getByRole('link', { name: '用短信验证码登录' }).click();
        await opened(page, '用短信验证码登录');
        await typed(page, phone);
        await opened(page, '填写验证码');
        const text = await page.locator('main').innerText();
        await typed(page, '654321');
        return { text: text.replaceAll(phone, 'phone'), page };
      };
      world.accounts.person('known', [post('guardian', '一小')], { phone: '13800002222' });
      const [known, unknown] = [await shown('13800002222'), await shown('13900009999')];
      expect(unknown.text).toBe(known.text);
      expect(await unknown.page.getByRole('alert').textContent()).toContain('验证码不正确');
    },
    patienceMs,
  );

  it(
    'a teacher sets a new password by text message',
    async () => {
      const account = world.accounts.person('forgetful', [post('teacher', '一小')], { phone: '13700003333' });
      const page = await chromium.page('en-GB');
      const { tokens } = await beginIn(page, await appOf());
      await page.getByRole('link', { name: 'Set a new one by text message' }).click();
      await opened(page, 'Set a new password');
      await typed(page, '13700003333');
      await opened(page, 'Enter the code');
      await typed(page, '654321');
      await opened(page, 'Set a new password');
      expect(await page.locator('#current').count()).toBe(0);
      await picture(page, 'new-password-en');
      await page.keyboard.type('short');
      await page.keyboard.press('Tab');
      await typed(page, 'short');
      await opened(page, { alert: true });
      expect(await page.getByRole('alert').textContent()).toContain('at least 15 characters');
      await page.locator('#next').fill('a long new password');
      await page.locator('#repeat').fill('a long new password');
      await page.keyboard.press('Enter');
      expect(decodeJwt((await tokens()).id_token!)).toMatchObject({ amr: ['sms'] });
      expect(account.password).toBe('a long new password');
    },
    patienceMs,
  );

  it(
    'a classroom screen shows a code, a phone takes it from the picture, a teacher says yes',
    async () => {
      world.accounts.person('screen', [post('teacher', '一小')]);
      const { clientId } = world.accounts.app(randomUUID(), {
        name: '班级大屏',
        grants: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
        redirectUris: [],
      });
      const answer = await fetch(`${world.server.issuer}/device/auth`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: clientId, scope: 'openid' }),
      });
      const device = (await answer.json()) as { user_code: string; device_code: string; verification_uri_complete: string };
      const screen = await chromium.page('zh-CN');
      await screen.goto(`${world.server.origin}/sign-in/screen?user_code=${device.user_code}`);
      expect(await screen.locator('main').innerText()).toContain(device.user_code);
      expect(await screen.getByRole('img', { name: /二维码/ }).count()).toBe(1);
      await picture(screen, 'screen');
      const phone = await chromium.page('zh-CN');
      await phone.goto(device.verification_uri_complete);
      expect(await phone.locator('#user_code').inputValue()).toBe(device.user_code);
      await picture(phone, 'device-code');
      await phone.keyboard.press('Enter');
      await opened(phone, '确认设备');
      await phone.keyboard.press('Enter');
      await opened(phone, '登录');
      await phone.keyboard.type('screen');
      await phone.keyboard.press('Tab');
      await typed(phone, 'correct horse battery');
      await phone.getByRole('heading', { name: '设备已连接' }).waitFor();
      const tokens = await fetch(`${world.server.issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
          device_code: device.device_code,
          client_id: clientId,
        }),
      });
      expect(tokens.status).toBe(200);
    },
    patienceMs,
  );
});
