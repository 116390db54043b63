// @vitest-environment happy-dom
import { ConfigProvider } from 'antd';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { locales } from '@/lib/antdLocale';
import { inZone, monthName, weekdayNames } from '@/lib/format';
import type { Field } from '@/lib/meta';
import Edit from './date/Edit';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-30T20:15:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const texts = (selector: string) => [...document.querySelectorAll(selector)].map((each) => each.textContent);

it('the calendar is that of the person: their language, and their day wherever the browser is', async () => {
  inZone('Asia/Shanghai');
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const change = vi.fn();
  const field = { name: 'close_date', type: 'date' } as Field;
  await act(async () => {
    root.render(
      <ConfigProvider locale={locales['zh-CN']}>
        <Edit field={field} value={null} onChange={change} />
      </ConfigProvider>,
    );
    await Promise.resolve();
  });
  const input = place.querySelector('input');
  act(() => {
    input?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    input?.focus();
    input?.click();
  });
  expect(texts('.ant-picker-header-view button').join('')).toBe(monthName('2026-12-01'));
  expect(texts('.ant-picker-content th')[0]).toBe(weekdayNames()[0]);
  expect(document.querySelector('.ant-picker-cell-today')?.getAttribute('title')).toBe('2026-12-01');
  act(() => document.querySelector<HTMLElement>('.ant-picker-now-btn, .ant-picker-today-btn')?.click());
  expect(change).toHaveBeenLastCalledWith('2026-12-01');
  act(() => root.unmount());
});
