import { Suspense } from 'react';
import { lazy } from '@/lib/lazy';
import { asText, type Shown } from '../values';
import { words } from './words';

const Whole = lazy(() => import('./Whole').then((module) => ({ default: module.Whole })));

/** Its words; on the page of its record as it was laid out. */
export default function Show({ value, whole = false }: Shown) {
  const html = asText(value);
  return whole ? (
    <Suspense fallback={words(html)}>
      <Whole html={html} />
    </Suspense>
  ) : (
    <>{words(html)}</>
  );
}
