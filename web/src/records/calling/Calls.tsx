import { Suspense, useEffect, useState } from 'react';
import { lazy } from '@/lib/lazy';
import { useMakes } from '@/lib/meta';
import type { About } from '../page/timeline/compose';

const CallDialog = lazy(() => import('./CallDialog').then((module) => ({ default: module.CallDialog })));

/** Marks what shows a record, so that calls made from within it are noted with it. */
export const aboutMark = (object: string, id: string) => ({ 'data-about': `${object}/${id}` });

/** The record from within which somebody is called by a link. */
function calledFrom(target: EventTarget | null): About | undefined {
  const link = target instanceof Element ? target.closest('a[href^="tel:"]') : null;
  const [object, id] = link?.closest<HTMLElement>('[data-about]')?.dataset.about?.split('/') ?? [];
  return object && id ? { object, id } : undefined;
}

/** Whoever calls somebody, wherever the number stands, can note down what was said. */
export function Calls() {
  const may = useMakes()('activity');
  const [about, call] = useState<About>();
  useEffect(() => {
    const press = ({ target }: MouseEvent) => {
      const from = calledFrom(target);
      if (from) {
        call(from);
      }
    };
    if (may) {
      document.addEventListener('click', press);
    }
    return () => document.removeEventListener('click', press);
  }, [may]);
  return (
    <Suspense fallback={null}>
      {about && <CallDialog about={about} onClose={() => call(undefined)} />}
    </Suspense>
  );
}
