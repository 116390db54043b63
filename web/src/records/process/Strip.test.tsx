// @vitest-environment happy-dom
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startSpeaking } from '@/lib/i18n';
import type { Field, ObjectMeta } from '@/lib/meta';
import { queryClient } from '@/lib/query';
import { standingsQuery, type Standing } from './api';
import { Strip } from './Strip';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const meta = { name: 'opportunity' } as unknown as ObjectMeta;
const stage = { name: 'stage', choices: [{ code: 'new' }, { code: 'offer' }] } as unknown as Field;
const entry = { id: '7', version: 3 };
const standing = (done: boolean): Standing => ({
  process: 'p',
  name: 'Way',
  field: 'stage',
  state: 'new',
  guide: 'Ask for the budget',
  moves: [
    {
      to: 'offer',
      allowed: true,
      problems: done ? [] : [{ code: 'process.unchecked', field: 'stage', message: 'Tick the budget' }],
      checklist: [
        {
          key: 'budget',
          text: 'Budget known',
          done,
          by: done ? { id: '1', label: 'Ann' } : null,
          at: done ? '2026-12-01T08:00:00Z' : null,
        },
      ],
      approval: null,
    },
  ],
});

function Shown({ may }: { may: boolean }) {
  const { data } = useQuery(standingsQuery('opportunity', entry));
  const [one] = data ?? [];
  return one ? (
    <Strip
      meta={meta}
      entry={entry}
      field={stage}
      standing={one}
      looked={undefined}
      onLook={() => undefined}
      may={may}
      busy={false}
      aside={() => false}
      label={(code) => code}
      onMove={() => undefined}
    />
  ) : null;
}

const settled = () => act(() => new Promise((go) => setTimeout(go, 100)));

async function drawn(may: boolean) {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  act(() =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <Shown may={may} />
      </QueryClientProvider>,
    ),
  );
  await settled();
  return { place, gone: () => act(() => root.unmount()) };
}

beforeEach(() => startSpeaking());
afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

const sent: unknown[] = [];
beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'POST') {
      sent.push(await request.json());
    }
    return Response.json(request.method === 'POST' ? standing(true) : { items: [standing(false)] });
  });
});

it('a tick is kept at once, and tells who made it', async () => {
  const { place, gone } = await drawn(true);
  expect(place.textContent).toContain('Ask for the budget');
  act(() => place.querySelector('input')?.click());
  await settled();
  expect(sent).toEqual([{ process: 'p', record: '7', key: 'budget', done: true }]);
  expect(place.querySelector('input')?.checked).toBe(true);
  expect(place.textContent).toContain('Ann');
  gone();
});

it('who may not move the record sees what is done and can tick nothing', async () => {
  const { place, gone } = await drawn(false);
  expect(place.querySelector('input')?.disabled).toBe(true);
  expect(place.textContent).not.toContain('Move on');
  gone();
});
