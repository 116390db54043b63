import { describe, expect, it } from 'vitest';
import { marked, naming, pieces } from './mentions';

describe('mentions', () => {
  it('tells people from words', () => {
    expect(pieces('请 @[李雷](u1) 看一下')).toEqual([
      { words: '请 ' },
      { person: 'u1', name: '李雷' },
      { words: ' 看一下' },
    ]);
    expect(pieces('a@b.com')).toEqual([{ words: 'a@b.com' }]);
    expect(pieces('')).toEqual([]);
  });

  it('marks those who were picked, the longest name first', () => {
    expect(marked('@李雷雷 和 @李雷，@王芳', { 李雷: 'u1', 李雷雷: 'u2' })).toBe(
      '@[李雷雷](u2) 和 @[李雷](u1)，@王芳',
    );
    expect(marked('a (b)', {})).toBe('a (b)');
  });

  it('knows when somebody is being named', () => {
    expect(naming('请 @李')).toBe('李');
    expect(naming('@')).toBe('');
    expect(naming('a@b')).toBeUndefined();
    expect(naming('请 @李雷 看')).toBeUndefined();
  });
});
