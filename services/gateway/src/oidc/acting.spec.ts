import { describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { randomUUID } from 'node:crypto';
import * as client from 'openid-client';
import { fitting, settledPost } from './acting-post.js';
import { AppOf } from './spec-kit/app.js';
import { post } from './spec-kit/known-accounts.js';
import { running } from './spec-kit/running.room.js';

const world = running();
const password = 'correct horse battery';
const appOf = async () => AppOf.discovering(world.server, world.accounts.app(randomUUID()).clientId);

/** A person who teaches at one school and reviews for the county. */
function twoPosts() {
  const teaching = post('teacher', '临川一小');
  const reviewing = post('countyReviewer', '临川区教育体育局');
  return { teaching, reviewing, person: world.accounts.person(randomUUID(), [teaching, reviewing]) };
}

describe('the post to act in', () => {
  const one = post('teacher', '一小');
  const two = post('expert', '教研室');
  const free = { post: undefined, organisation: undefined };

  it('is the only one, the one wished for, or the one of before; else it is asked', () => {
    expect(settledPost([one], free, {})).toBe(one);
    expect(settledPost([one, two], free, {})).toBeUndefined();
    expect(settledPost([one, two], { ...free, post: two.id }, { granted: one.id })).toBe(two);
    expect(settledPost([one, two], { ...free, organisation: one.organisation }, {})).toBe(one);
    expect(settledPost([one, two], free, { last: two.id })).toBe(two);
    expect(settledPost([one, two], free, { granted: one.id, last: two.id })).toBe(one);
    expect(settledPost([one, two], { ...free, post: 'another’s' }, { granted: one.id })).toBeUndefined();
    expect(fitting([one, two], { ...free, organisation: 'elsewhere' })).toEqual([]);
  });
});

describe('a person with several posts', () => {
  it('chooses after signing in, and the choice holds through refreshes', async () => {
    const { person, teaching, reviewing } = twoPosts();
    const app = await appOf();
    const { browser, shown, tokens } = await app.begin();
    const choosing = await browser.submit(shown, { username: person.username, password });
    expect(choosing.text).toContain('选择身份');
    expect(choosing.text).toContain('县级审核员');
    expect(choosing.text).toContain(teaching.organisationName);
    const given = await tokens(await browser.submit(choosing, { post: reviewing.id }, '/post'));
    expect(decodeJwt(given.access_token)).toMatchObject({ role: 'countyReviewer', org: reviewing.organisation, post: reviewing.id });
    const renewed = await client.refreshTokenGrant(app.config, given.refresh_token!);
    expect(decodeJwt(renewed.access_token)).toMatchObject({ post: reviewing.id });
  });

  it('cannot choose another person’s post', async () => {
    const { person } = twoPosts();
    const stranger = twoPosts();
    const { browser, shown } = await (await appOf()).begin();
    const choosing = await browser.submit(shown, { username: person.username, password });
    expect((await browser.submit(choosing, { post: stranger.teaching.id }, '/post')).status).toBe(422);
  });

  it('is spared the question when the app names the post or the organisation, and switches without a password', async () => {
    const { person, teaching, reviewing } = twoPosts();
    const app = await appOf();
    const { browser, shown, tokens } = await app.begin(undefined, { acting_organisation: teaching.organisation });
    expect(decodeJwt((await tokens(await browser.submit(shown, { username: person.username, password }))).access_token)).toMatchObject({
      post: teaching.id,
    });
    const switched = await app.begin(browser, { acting_post: reviewing.id, prompt: 'none' });
    const acting = decodeJwt((await switched.tokens(switched.shown)).access_token);
    expect(acting).toMatchObject({ post: reviewing.id, role: 'countyReviewer' });
    const again = await app.begin(browser);
    expect(decodeJwt((await again.tokens(again.shown)).access_token)).toMatchObject({ post: reviewing.id });
  });

  it('may be asked anew by prompt=select_account, and is never guessed for', async () => {
    const { person, teaching } = twoPosts();
    const app = await appOf();
    const { browser, shown, tokens } = await app.begin(undefined, { acting_post: teaching.id });
    await tokens(await browser.submit(shown, { username: person.username, password }));
    expect((await app.begin(browser, { prompt: 'select_account' })).shown.text).toContain('选择身份');
    const silent = await app.begin(browser, { prompt: 'none', acting_post: randomUUID() });
    expect(new URL(silent.shown.url).searchParams.get('error')).toBe('account_selection_required');
  });
});

describe('a post that is taken away', () => {
  it('ends the refresh, and the next sign-in goes on in the other', async () => {
    const { person, teaching, reviewing } = twoPosts();
    const app = await appOf();
    const { browser, shown, tokens } = await app.begin(undefined, { acting_post: teaching.id });
    const given = await tokens(await browser.submit(shown, { username: person.username, password }));
    person.posts.shift();
    await expect(client.refreshTokenGrant(app.config, given.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    const next = await app.begin(browser, { prompt: 'none' });
    expect(decodeJwt((await next.tokens(next.shown)).access_token)).toMatchObject({ post: reviewing.id });
  });

  it('was the last: the page says so, and the way back to the app stays open', async () => {
    const person = world.accounts.person(randomUUID(), []);
    const { browser, shown } = await (await appOf()).begin();
    const page = await browser.submit(shown, { username: person.username, password });
    expect(page.text).toContain('您目前没有可用的身份');
    expect(new URL((await browser.submit(page, {}, '/cancel')).url).searchParams.get('error')).toBe('access_denied');
  });
});

describe('whom a token speaks about', () => {
  it('names a guardian’s wards', async () => {
    const ward = randomUUID();
    const person = world.accounts.person(randomUUID(), [post('guardian', '临川一小', { about: [ward] })]);
    expect(decodeJwt((await (await appOf()).signIn(person.username)).tokens.access_token)).toMatchObject({
      role: 'guardian',
      about: [ward],
    });
  });

  it('is nobody who has left', async () => {
    const person = world.accounts.person(randomUUID(), [post('teacher', '临川一小')]);
    const app = await appOf();
    const { browser, tokens } = await app.signIn(person.username);
    world.accounts.people.splice(world.accounts.people.indexOf(person), 1);
    await expect(client.refreshTokenGrant(app.config, tokens.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    const silent = await app.begin(browser, { prompt: 'none' });
    expect(new URL(silent.shown.url).searchParams.get('error')).toBe('login_required');
  });

  it('ends with what identity revokes of the person, but not with the sign-in that follows', async () => {
    const person = world.accounts.person(randomUUID(), [post('teacher', '临川一小')]);
    const app = await appOf();
    const before = new Date();
    const { tokens } = await app.signIn(person.username);
    await world.server.state.forgetAccount(person.person, before);
    const renewed = await client.refreshTokenGrant(app.config, tokens.refresh_token!);
    await world.server.state.forgetAccount(person.person, new Date(Date.now() + 1000));
    await expect(client.refreshTokenGrant(app.config, renewed.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
  });
});
