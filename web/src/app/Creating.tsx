import { Suspense, useMemo, useState, type ReactNode } from 'react';
import { CreatingContext, type Wanted } from '@/fields/creating';
import { lazy } from '@/lib/lazy';
import { useObjects } from '@/lib/meta';
import { creatable } from './menu';

const CreateAny = lazy(() =>
  import('@/records/form/CreateAny').then((module) => ({ default: module.CreateAny })),
);

/** Lets pickers anywhere on the pages make the record that they miss, in its own form over theirs. */
export function Creating({ children }: { children: ReactNode }) {
  const objects = useObjects();
  const [wanted, want] = useState<Wanted>();
  const creating = useMemo(() => {
    const names = new Set(creatable(objects).map(({ name }) => name));
    return { may: (object: string) => names.has(object), want };
  }, [objects]);
  return (
    <>
      <CreatingContext value={creating}>{children}</CreatingContext>
      {wanted && (
        <Suspense fallback={null}>
          <CreateAny
            object={wanted.object}
            inside={{ name: wanted.name, onMade: wanted.onMade }}
            onClose={() => want(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
