import { Suspense } from 'react';
import { lazy } from '@/lib/lazy';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { ownDialog } from '../path/ownDialogs';
import type { VerbCall } from './verbs';

const VerbDialog = lazy(() => import('./VerbDialog').then((module) => ({ default: module.VerbDialog })));

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  call: VerbCall;
  onClose: () => void;
}

/** Asks what a verb needs to know, in the verb's own dialog where it has one. */
export function AskVerb(props: Props) {
  const Own = ownDialog(props.meta.name, props.call.verb);
  /* eslint-disable react-hooks/static-components -- a verb has one dialog for the life of the page */
  return (
    <Suspense fallback={null}>
      {Own ? (
        <Own meta={props.meta} entry={props.entry} onClose={props.onClose} />
      ) : (
        <VerbDialog {...props} />
      )}
    </Suspense>
  );
  /* eslint-enable react-hooks/static-components */
}
