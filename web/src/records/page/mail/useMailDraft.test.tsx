// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NO_MAIL } from './draft';
import { bringMail, useMailDraft, type MailWriting } from './useMailDraft';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
let writing: MailWriting;
const brought = vi.fn();

/** Comes to where one writes to the people around the record. */
function visit(id: string): void {
  function Box() {
    writing = useMailDraft('contact', id, brought);
    return null;
  }
  root = createRoot(document.createElement('div'));
  act(() => root.render(<Box />));
}
const leave = () => act(() => root.unmount());

beforeEach(() => {
  localStorage.clear();
  brought.mockClear();
});
afterEach(leave);

it('keeps what was begun until one comes back, and nothing that was only proposed', () => {
  visit('c1');
  act(() => writing.change({ subject: 'quotation' }));
  act(() => writing.change((now) => ({ to: [...now.to, 'a@b.cn'], addressed: true })));
  leave();
  visit('c1');
  expect(writing.draft).toMatchObject({ subject: 'quotation', to: ['a@b.cn'], addressed: true });
  act(() => writing.replace(NO_MAIL));
  leave();
  visit('c1');
  expect(writing.draft).toEqual(NO_MAIL);
});

it('shows at once what is brought from elsewhere, on its own record alone', () => {
  visit('c1');
  act(() => void bringMail('contact', 'c2', { ...NO_MAIL, subject: 'other' }));
  expect([writing.draft.subject, writing.anew, brought.mock.calls.length]).toEqual(['', 0, 0]);
  act(() => void bringMail('contact', 'c1', { ...NO_MAIL, subject: 'taken back' }));
  expect([writing.draft.subject, writing.anew, brought.mock.calls.length]).toEqual(['taken back', 1, 1]);
  expect(writing.latest().subject).toBe('taken back');
  leave();
  visit('c2');
  expect(writing.draft.subject).toBe('other');
});
