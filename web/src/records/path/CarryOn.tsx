import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useEffectEvent } from 'react';
import { lazy } from '@/lib/lazy';
import { objectQuery, type ObjectMeta } from '@/lib/meta';
import type { Wish } from '../gates';
import { useStageMove } from './useStageMove';

const Ask = lazy(() => import('./Ask').then((module) => ({ default: module.Ask })));

interface Props {
  wish: Wish;
  onEnd: () => void;
}

/** Moves a record on, and asks for what that lacks. */
export function CarryOn(props: Props) {
  const { data: meta } = useQuery(objectQuery(props.wish.object));
  return meta ? <Move {...props} meta={meta} /> : null;
}

function Move({ wish: { entry, field, to }, meta, onEnd }: Props & { meta: ObjectMeta }) {
  const { move, question, label } = useStageMove(meta, field);
  const begin = useEffectEvent(() => void move(entry, to).finally(onEnd));
  useEffect(() => begin(), []);
  return question ? (
    <Suspense fallback={null}>
      <Ask meta={meta} by={field} question={question} column={label(to)} />
    </Suspense>
  ) : null;
}
