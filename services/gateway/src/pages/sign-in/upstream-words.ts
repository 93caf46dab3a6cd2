import type { Language } from '../../problems/language.js';

const zh = {
  byProvider: (name: string) => `用“${name}”登录`,
  link: '关联账号',
  linkLine: (name: string, who: string | null) =>
    `您已在“${name}”登录${who === null ? '' : `（${who}）`}。第一次到来，请再用本平台的账号登录一次，确认是同一个人；以后点一下就能进来。`,
  linkEnter: '登录并关联',
  linkNot: '不关联，返回登录',
  trouble: {
    unreachable: (name: string) => `现在连不上“${name}”，请稍后再试，或用下面的方式登录。`,
    cancelled: (name: string) => `在“${name}”没有完成登录。可以再试一次，或用下面的方式登录。`,
    refused: (name: string) => `“${name}”的答复不正确，没有登录。请再试一次；一直不行请告诉管理员。`,
    gone: (name: string) => `现在不能用“${name}”登录，请用下面的方式登录。`,
    unlinked: (name: string) => `您在“${name}”的账号还没有对应本平台的账号。请用下面的方式登录，或联系学校管理员。`,
    person: (name: string) => `您在“${name}”的账号对应的人员已停用，请联系学校管理员。`,
    taken: (name: string) => `没有关联：您在“${name}”的账号，或这里的账号，已经和别人关联。`,
    beyond: (name: string) => `“${name}”不能证明您的身份，因为您的岗位不全在它的范围内。请用下面的方式登录。`,
    closed: (name: string) => `“${name}”现在不能当场关联账号，请联系学校管理员。`,
  },
};

type Words = typeof zh;

const en: Words = {
  byProvider: (name) => `Sign in with “${name}”`,
  link: 'Link your account',
  linkLine: (name, who) =>
    `You are signed in at “${name}”${who === null ? '' : ` (${who})`}. As this is the first time, sign in here once more to show that both are you. From then on one click lets you in.`,
  linkEnter: 'Sign in and link',
  linkNot: 'Do not link, back to sign in',
  trouble: {
    unreachable: (name) => `“${name}” does not answer just now. Try again later, or sign in another way below.`,
    cancelled: (name) => `The sign-in at “${name}” was not finished. Try again, or sign in another way below.`,
    refused: (name) => `The answer of “${name}” was not right, so nobody was signed in. Try again; if it goes on, tell an administrator.`,
    gone: (name) => `“${name}” cannot be used just now. Sign in another way below.`,
    unlinked: (name) =>
      `Your account at “${name}” belongs to nobody here yet. Sign in another way below, or ask your school administrator.`,
    person: (name) => `The person your account at “${name}” belongs to is closed here. Ask your school administrator.`,
    taken: (name) => `Nothing was linked: your account at “${name}”, or the one here, is linked with somebody else.`,
    beyond: (name) =>
      `“${name}” cannot speak for you, because not all of your posts lie within its organisation. Sign in another way below.`,
    closed: (name) => `“${name}” does not link accounts on the spot. Ask your school administrator.`,
  },
};

/** What the pages say about platforms above. */
export const upstreamWords: Readonly<Record<Language, Words>> = { zh, en };
