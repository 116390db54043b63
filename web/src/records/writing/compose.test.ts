import { describe, expect, it } from 'vitest';
import { composed } from './compose';

const about = { object: 'lead', id: 'l1' };

describe('what is written about a record', () => {
  it('is an activity of its kind, with marks of who is named', () => {
    expect(composed('call', { text: ' 聊了 @李雷 \n', named: { 李雷: 'u1' } }, about)).toEqual({
      object: 'activity',
      values: { kind: 'call', body: '聊了 @[李雷](u1)', about },
    });
  });

  it('is a task by its first line, whose end is not lost', () => {
    const dueAt = '2026-12-02T01:30:00.000Z';
    const long = 'a'.repeat(90);
    expect(composed('task', { text: `${long}\n更多`, named: {}, dueAt }, about)).toEqual({
      object: 'task',
      values: {
        subject: 'a'.repeat(80),
        description: `${'a'.repeat(10)}\n更多`,
        due_at: dueAt,
        about,
      },
    });
  });
});
