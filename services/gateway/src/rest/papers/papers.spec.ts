import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEdge, type OpenEdge } from '../spec-kit/open-edge.js';
import { roomId } from '../spec-kit/rooms.js';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('what is printed', () => {
  let edge: OpenEdge;
  let token: string;
  beforeAll(async () => {
    edge = await openEdge();
    token = await edge.sign();
  });
  afterAll(() => edge?.close());

  const ask = (accept: string, id = roomId) => edge.ask(`/api/v1/rooms/${id}/sign`, { token, headers: { accept } });

  it('is JSON for programs', async () => {
    for (const accept of ['application/json', '*/*', 'application/json, text/html;q=0.5']) {
      expect(await (await ask(accept)).json()).toMatchObject({ title: '录播教室：<一>', parts: [{ kind: 'paragraph', text: '45座' }] });
    }
  });

  it('is a page for a browser, that may run nothing', async () => {
    const answer = await ask('text/html,application/xhtml+xml,*/*;q=0.8');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain('<h1 class="title">录播教室：&lt;一&gt;</h1>');
  });

  it.each([
    ['application/pdf', 'pdf', '%PDF'],
    [word, 'docx', 'PK'],
    [excel, 'xlsx', 'PK'],
  ])('is a file for whoever asks for %s', async (mediaType, extension, begins) => {
    const answer = await ask(mediaType);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200,
      mediaType,
      `attachment; filename*=UTF-8''${encodeURIComponent(`录播教室： 一.${extension}`)}`,
    ]);
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, begins.length)).toBe(begins);
  });

  it('is refused like anything else', async () => {
    const answer = await ask('application/pdf', '01939f6e-7c00-7000-8000-000000000002');
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, 'room.taken']);
  });
});
