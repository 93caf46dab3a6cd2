import { deadlineOf, draw, resized } from './command-centre-panels.js';

/** Signs the wall in, keeps its token fresh in memory alone, and follows the stream of boards for as long as it hangs. */
const { document, sessionStorage, location, fetch } = window;
const redirect = `${location.origin}/command-centre`;
const clientId = 'lianxue-wall';
const scope = 'openid reporting.read classrooms.read incidents.read';

let tokens;
let board;

const base64url = (bytes) =>
  window
    .btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
const random = () => base64url(window.crypto.getRandomValues(new Uint8Array(32)));
const wait = (ms) => new Promise((done) => window.setTimeout(done, ms));

async function signIn() {
  const asked = { verifier: random(), state: random() };
  sessionStorage.setItem('asked', JSON.stringify(asked));
  const challenge = base64url(
    new Uint8Array(await window.crypto.subtle.digest('SHA-256', new window.TextEncoder().encode(asked.verifier))),
  );
  const query = new window.URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirect,
    scope,
    state: asked.state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  location.assign(`/oidc/auth?${query}`);
}

async function redeem(parameters) {
  const body = new window.URLSearchParams({ client_id: clientId, ...parameters });
  const answer = await fetch('/oidc/token', { method: 'POST', body });
  if (answer.status >= 500) throw new Error('the platform is away');
  tokens = answer.ok ? await answer.json() : undefined;
  return tokens !== undefined;
}

/** Takes the code with which a sign-in comes back; without one the wall asks for a sign-in. */
async function arrive() {
  const back = new window.URLSearchParams(location.search);
  const asked = JSON.parse(sessionStorage.getItem('asked') ?? 'null');
  sessionStorage.removeItem('asked');
  window.history.replaceState(null, '', '/command-centre');
  if (!back.has('code') || !asked || back.get('state') !== asked.state) return false;
  return redeem({ grant_type: 'authorization_code', code: back.get('code'), redirect_uri: redirect, code_verifier: asked.verifier });
}

function stand(words, live = false) {
  const standing = document.getElementById('standing');
  standing.textContent = words;
  standing.className = live ? 'live' : '';
}

/** Reads one stream to its end: a token lives ten minutes, and each needs a new one. */
async function follow() {
  const answer = await fetch('/command-centre/board', { headers: { authorization: `Bearer ${tokens.access_token}` } });
  if (!answer.ok) return answer.status;
  stand('实时', true);
  const reader = answer.body.pipeThrough(new window.TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return 200;
    const events = (rest + value).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const data = event.split('\n').find((line) => line.startsWith('data: '));
      if (data) draw((board = JSON.parse(data.slice(6))));
    }
  }
}

async function hang() {
  for (let pause = 1_000; ;) {
    try {
      const status = await follow();
      if (status === 200) pause = 1_000;
      if ((status === 200 || status === 401) && !(await redeem({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token })))
        return;
      if (status !== 200) await wait((pause = Math.min(pause * 2, 30_000)));
    } catch {
      stand('连接中断，正在重连');
      await wait((pause = Math.min(pause * 2, 30_000)));
    }
  }
}

function tick() {
  const now = Date.now();
  const beijing = new Date(now + 8 * 3600_000).toISOString();
  document.getElementById('clock').textContent = `${beijing.slice(0, 10)} ${beijing.slice(11, 19)}`;
  for (const deadline of document.querySelectorAll('.period time'))
    deadline.textContent = deadlineOf(JSON.parse(deadline.dataset.period), now);
}

document.getElementById('enter').addEventListener('click', () => void signIn());
window.addEventListener('resize', () => resized(board));
window.setInterval(tick, 1_000);
tick();
if (await arrive()) {
  document.getElementById('gate').hidden = true;
  await hang();
  document.getElementById('gate').hidden = false;
  stand('登录已失效');
}
