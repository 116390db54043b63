import { Suspense, useEffect, useState } from 'react';
import { lazy } from '@/lib/lazy';
import { useMakes } from '@/lib/meta';
import { aboutAround, type About } from '../writing/about';

const CallDialog = lazy(() => import('./CallDialog').then((module) => ({ default: module.CallDialog })));

interface Call {
  /** The record from within which somebody is called. */
  about: About;
  number: string;
  /** Who is called, where that is not the record itself. */
  who: string | undefined;
}

/** The call that the link makes from within a record. */
function calledBy(target: EventTarget | null): Call | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="tel:"]') : null;
  const about = aboutAround(link);
  return link && about
    ? { about, number: decodeURIComponent(link.pathname), who: link.dataset.who }
    : undefined;
}

/** Whoever calls somebody, wherever the number stands, can note down what was said. */
export function Calls() {
  const may = useMakes()('activity');
  const [called, call] = useState<Call>();
  useEffect(() => {
    const press = ({ target }: MouseEvent) => {
      const made = calledBy(target);
      if (made) {
        call(made);
      }
    };
    if (may) {
      document.addEventListener('click', press);
    }
    return () => document.removeEventListener('click', press);
  }, [may]);
  return (
    <Suspense fallback={null}>
      {called && (
        <CallDialog key={`${called.about.id} ${called.number}`} {...called} onClose={() => call(undefined)} />
      )}
    </Suspense>
  );
}
