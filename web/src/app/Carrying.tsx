import { Suspense, useState, type ReactNode } from 'react';
import { lazy } from '@/lib/lazy';
import { CarryOnContext, type Wish } from '@/records/gates';

const CarryOn = lazy(() => import('@/records/path/CarryOn').then((module) => ({ default: module.CarryOn })));

/** Lets editors anywhere on the pages hand over a move that a process holds up, to be asked for what it lacks. */
export function Carrying({ children }: { children: ReactNode }) {
  const [wish, want] = useState<Wish>();
  return (
    <>
      <CarryOnContext value={want}>{children}</CarryOnContext>
      {wish && (
        <Suspense fallback={null}>
          <CarryOn wish={wish} onEnd={() => want(undefined)} />
        </Suspense>
      )}
    </>
  );
}
