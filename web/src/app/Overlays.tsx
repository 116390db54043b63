import { Suspense } from 'react';
import { lazy } from '@/lib/lazy';
import { Creating } from './Creating';
import { overlay, useOverlay } from './overlay';

const Palette = lazy(() => import('./Palette').then((module) => ({ default: module.Palette })));
const KeyMap = lazy(() => import('./KeyMap').then((module) => ({ default: module.KeyMap })));
const CreateAny = lazy(() =>
  import('@/records/form/CreateAny').then((module) => ({ default: module.CreateAny })),
);

/** Palette, map of keys or the form of a new record, loaded when first wanted. */
export function Overlays() {
  const shown = useOverlay();
  return (
    <Suspense fallback={null}>
      {shown?.kind === 'palette' && <Palette onClose={overlay.hide} />}
      {shown?.kind === 'keys' && <KeyMap onClose={overlay.hide} />}
      {shown?.kind === 'create' && (
        <Creating>
          <CreateAny object={shown.object} onClose={overlay.hide} />
        </Creating>
      )}
    </Suspense>
  );
}
