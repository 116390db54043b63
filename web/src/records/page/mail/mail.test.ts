import { describe, expect, it } from 'vitest';
import type { Item } from '../timeline/item';
import { boxesOf, boxOf, boxText, calledOf, isBox, pieces, withBoxes } from './address';
import { answerSubject, answerTo, hasOthers, ownBoxes } from './answer';
import { isBegun, NO_MAIL } from './draft';
import { quoted } from './quoted';
import { threaded } from './threaded';

const mail = (id: string, facts: Record<string, unknown> = {}, more: Partial<Item> = {}): Item => ({
  id: `item-${id}`,
  actor: null,
  at: '2026-11-29T08:00:00Z',
  body: '您好',
  changes: [],
  files: [],
  facts: { mail_state: 'sent', direction: 'outbound', mail_from: 'Hemai <crm@hemai.cn>', ...facts },
  kind: 'mail',
  object: 'activity',
  record: { id, label: null },
  run: null,
  title: '报价',
  why: null,
  ...more,
});

describe('addresses', () => {
  it('are read with a name or without', () => {
    expect(boxOf('王芳 <wang@example.com>')).toEqual({ name: '王芳', address: 'wang@example.com' });
    expect(boxOf(' wang@example.com ')).toEqual({ name: '', address: 'wang@example.com' });
    expect(boxOf('"Wang, Fang" <wang@example.com>').name).toBe('Wang, Fang');
    expect(boxText({ name: 'Wang, Fang', address: 'w@example.com' })).toBe('Wang Fang <w@example.com>');
    expect(boxesOf('王芳 <w@example.com>, li@example.com')).toEqual([
      '王芳 <w@example.com>',
      'li@example.com',
    ]);
    expect(boxesOf(undefined)).toEqual([]);
    expect(calledOf('王芳 <w@example.com>')).toBe('王芳');
  });

  it('are told from what is none', () => {
    expect(['a@b.cn', '王芳 <a@b.cn>', 'a.b+c@d-e.example.com'].every(isBox)).toBe(true);
    expect(['王芳', 'a@b', 'a@b..c', 'a b@c.cn', '王@b.cn', '<>', 'a@b.cn,c@d.cn'].some(isBox)).toBe(false);
  });

  it('are taken in pieces, each once', () => {
    expect(pieces('a@b.cn；c@d.cn, e')).toEqual({ ended: ['a@b.cn', 'c@d.cn'], rest: ' e' });
    expect(withBoxes(['王芳 <A@b.cn>'], ['a@b.cn', 'c@d.cn'])).toEqual(['王芳 <A@b.cn>', 'c@d.cn']);
  });
});

describe('what is quoted', () => {
  it.each([
    ['On Mon, Nov 30, 2026 at 9:00 AM Li Lei <li@hemai.cn> wrote:', 'Gmail'],
    ['On Mon, Nov 30, 2026 at 9:00 AM Li Lei\n<li@hemai.cn> wrote:', 'Gmail in two lines'],
    ['At 2026-11-30 09:00:00, "Li Lei" <li@hemai.cn> wrote:', 'NetEase'],
    ['在 2026年11月30日，09:00，李雷 <li@hemai.cn> 写道：', 'Apple Mail'],
    ['李雷 <li@hemai.cn> 于2026年11月30日周一 09:00写道：', 'Gmail in Chinese'],
    ['------------------ 原始邮件 ------------------', 'QQ'],
    ['---- 回复的原邮件 ----', 'NetEase'],
    ['-----Original Message-----', 'Outlook'],
    ['________________________________\nFrom: Li Lei', 'Outlook on the web'],
    ['发件人: 李雷 <li@hemai.cn>\n发送时间: 2026年11月30日 9:00', 'Outlook in Chinese'],
    ['From: Li Lei <li@hemai.cn>\nSent: Monday', 'Outlook'],
  ])('is known by %j (%s)', (beginning) => {
    const { words, quote } = quoted(`好的，谢谢\r\n\r\n${beginning}\n> 报价见附件\n`);
    expect(words).toBe('好的，谢谢');
    expect(quote).toContain('报价见附件');
    expect(quote.startsWith(beginning.slice(0, 8))).toBe(true);
  });

  it('is what only signs stand before, down to the end', () => {
    expect(quoted('好的\n\n> 一\n>\n> 二\n')).toEqual({ words: '好的', quote: '> 一\n>\n> 二' });
    expect(quoted('> 一\n我同意\n> 二\n也好').quote).toBe('');
  });

  it('is nothing in a mail of words alone, nor in one that has no others', () => {
    expect(quoted('在这里写道：一\n于是').quote).toBe('');
    expect(quoted('On time, as he wrote').quote).toBe('');
    expect(quoted('-----Original Message-----\n报价')).toEqual({
      words: '-----Original Message-----\n报价',
      quote: '',
    });
  });
});

describe('threads', () => {
  it('stand where their newest mail does', () => {
    const note = mail('n', {}, { kind: 'note', facts: {} });
    const byHand = mail('h', { mail_state: undefined });
    const all = [mail('c', { mail_thread: { id: 'a' } }), note, mail('x'), mail('b', { mail_thread: 'a' })];
    const told = threaded([...all, byHand, mail('a')]);
    expect(told.map(({ item, earlier }) => [item.record.id, earlier.map(({ record }) => record.id)])).toEqual(
      [
        ['c', ['b', 'a']],
        ['n', []],
        ['x', []],
        ['h', []],
      ],
    );
  });
});

describe('an answer', () => {
  const own = ownBoxes([mail('a'), mail('n', {}, { kind: 'note' })]);
  const got = mail('b', {
    direction: 'inbound',
    mail_state: 'received',
    mail_from: '王芳 <wang@example.com>',
    mail_to: 'Hemai <crm+k3@hemai.cn>, 李总 <li@example.com>',
    mail_cc: 'zhao@example.com, WANG@example.com',
  });

  it('goes to who wrote, to all but not to us', () => {
    expect([...own]).toEqual(['crm@hemai.cn']);
    expect(answerTo(got, false, own, '李雷 写道：')).toMatchObject({
      to: ['王芳 <wang@example.com>'],
      cc: [],
      answers: 'b',
      subject: 'Re: 报价',
    });
    expect(answerTo(got, true, own, '')).toMatchObject({
      to: ['王芳 <wang@example.com>'],
      cc: ['李总 <li@example.com>', 'zhao@example.com'],
    });
    expect(hasOthers(got, own)).toBe(true);
    expect(hasOthers(mail('b', { ...got.facts, mail_to: 'crm@hemai.cn', mail_cc: null }), own)).toBe(false);
  });

  it('to a mail of our own goes to the same once more', () => {
    const sent = mail('a', { mail_to: 'wang@example.com', mail_cc: 'zhao@example.com' });
    expect(answerTo(sent, false, own, '')).toMatchObject({ to: ['wang@example.com'], cc: [] });
    expect(answerTo(sent, true, own, '')).toMatchObject({
      to: ['wang@example.com'],
      cc: ['zhao@example.com'],
    });
  });

  it('says once that it is one, and quotes words as they are', () => {
    expect(['报价', 'RE: 报价', '回复：Re: 报价'].map(answerSubject)).toEqual(Array(3).fill('Re: 报价'));
    expect(answerTo(mail('a', {}, { body: 'a<b\nc\n\nd' }), false, own, '李雷 写道：').quote).toBe(
      '<p>李雷 写道：</p><blockquote><p>a&lt;b<br>c</p><p>d</p></blockquote>',
    );
  });

  it('is something begun, recipients that were only proposed are not', () => {
    expect(isBegun(answerTo(got, false, own, ''))).toBe(true);
    expect(isBegun({ ...NO_MAIL, to: ['a@b.cn'] })).toBe(false);
    expect(isBegun({ ...NO_MAIL, to: ['a@b.cn'], addressed: true })).toBe(true);
  });
});
