import {
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  type Over,
  type Active,
} from '@dnd-kit/core';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { codesOf, keyText } from '@/ui/keys';

/** The column under the pointer; by keys, the one that the card covers. */
export const under: CollisionDetection = (seen) =>
  seen.pointerCoordinates ? pointerWithin(seen) : rectIntersection(seen);

const INSET = 8;

/** Left and right take the card to the next column. */
const toNextColumn: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) {
    return undefined;
  }
  event.preventDefault();
  const columns = context.droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const rect = context.droppableRects.get(id);
      return rect ? [rect] : [];
    })
    .sort((a, b) => a.left - b.left);
  const middle = currentCoordinates.x + (context.collisionRect?.width ?? 0) / 2;
  const next =
    step > 0
      ? columns.find((rect) => rect.left > middle)
      : columns.filter((rect) => rect.left + rect.width < middle).at(-1);
  return next && { x: next.left + INSET, y: currentCoordinates.y };
};

/** By mouse at once, by finger after a moment (a swipe scrolls), by keys once lifted; Enter opens what is not. */
export function useSensing() {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNextColumn,
      keyboardCodes: {
        start: codesOf('board', 'lift'),
        cancel: codesOf('board', 'put_back'),
        end: [...codesOf('board', 'lift'), ...codesOf('board', 'open')],
      },
    }),
  );
}

const nameOf = (active: Active) => String(active.data.current?.name ?? '');
const columnOf = (over: Over | null) => String(over?.data.current?.label ?? '');

/** What those hear who do not see the card move. */
export function useAccessibility() {
  const { t } = useTranslation('board');
  return useMemo(
    () => ({
      screenReaderInstructions: { draggable: t('how', { key: keyText('board', 'lift') }) },
      announcements: {
        onDragStart: ({ active }: { active: Active }) => t('lifted', { name: nameOf(active) }),
        onDragOver: ({ over }: { over: Over | null }) =>
          over ? t('over', { column: columnOf(over) }) : t('outside'),
        onDragEnd: ({ active, over }: { active: Active; over: Over | null }) =>
          over ? t('dropped', { name: nameOf(active), column: columnOf(over) }) : t('put_back'),
        onDragCancel: () => t('put_back'),
      },
    }),
    [t],
  );
}

const MOMENT = 80;

/** The end of a drag is no click: the card that was held does not open. */
export function useNoClickAfter(): () => void {
  const at = useRef(-Infinity);
  useEffect(() => {
    const stop = (event: MouseEvent) => {
      if (performance.now() - at.current < MOMENT) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('click', stop, true);
    return () => window.removeEventListener('click', stop, true);
  }, []);
  return useCallback(() => {
    at.current = performance.now();
  }, []);
}
