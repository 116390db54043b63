import { Maximize, Minus, Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type PointerEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import styles from './Design.module.css';

const SIZES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5];

interface Props {
  canvas: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}

/** The ground on which a graph lies: scrolled, dragged and looked at from nearer or farther. */
export function Canvas({ canvas, children }: Props) {
  const { t } = useTranslation('flow');
  const [zoom, setZoom] = useState(1);
  const held = useRef<{ x: number; y: number; left: number; top: number }>(undefined);
  useLayoutEffect(() => {
    const ground = canvas.current;
    if (ground) {
      ground.scrollTo({ left: (ground.scrollWidth - ground.clientWidth) / 2 });
    }
  }, [canvas]);
  const turn = (to: number) => {
    const ground = canvas.current;
    const at = ground ? (ground.scrollLeft + ground.clientWidth / 2) / zoom : 0;
    setZoom(to);
    requestAnimationFrame(() => {
      ground?.scrollTo({ left: at * to - ground.clientWidth / 2 });
    });
  };
  const fit = () => {
    const ground = canvas.current;
    const graph = ground?.firstElementChild?.firstElementChild;
    if (ground && graph) {
      const wide = graph.scrollWidth;
      const high = graph.scrollHeight;
      turn(Math.max(0.4, Math.min(1, ground.clientWidth / wide, ground.clientHeight / high)));
    }
  };
  const nearer = SIZES.find((size) => size > zoom + 0.01);
  const farther = SIZES.findLast((size) => size < zoom - 0.01);
  const lift = (event: PointerEvent<HTMLDivElement>) => {
    const ground = canvas.current;
    const free = event.target instanceof Element && !event.target.closest('button, a, input, [role=dialog]');
    if (ground && free && event.button === 0 && event.pointerType === 'mouse') {
      held.current = { x: event.clientX, y: event.clientY, left: ground.scrollLeft, top: ground.scrollTop };
      event.currentTarget.setPointerCapture(event.pointerId);
    }
  };
  const drag = (event: PointerEvent) => {
    const from = held.current;
    if (canvas.current && from) {
      canvas.current.scrollTo({
        left: from.left - (event.clientX - from.x),
        top: from.top - (event.clientY - from.y),
        behavior: 'instant',
      });
    }
  };
  const drop = () => {
    held.current = undefined;
  };
  return (
    <div className={styles.ground}>
      <div
        ref={canvas}
        role="region"
        aria-label={t('canvas')}
        className={styles.canvas}
        onPointerDown={lift}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={drop}
      >
        <div className={styles.zoomed} style={{ zoom }}>
          {children}
        </div>
      </div>
      <div role="group" aria-label={t('zoom', { n: Math.round(zoom * 100) })} className={styles.zoom}>
        <IconButton
          small
          label={t('zoom_out')}
          disabled={farther === undefined}
          onClick={() => farther !== undefined && turn(farther)}
        >
          <Minus size={14} aria-hidden />
        </IconButton>
        <button
          type="button"
          className={styles.percent}
          aria-label={t('zoom', { n: Math.round(zoom * 100) })}
          onClick={() => turn(1)}
        >
          {t('way_share', { share: Math.round(zoom * 100) })}
        </button>
        <IconButton
          small
          label={t('zoom_in')}
          disabled={nearer === undefined}
          onClick={() => nearer !== undefined && turn(nearer)}
        >
          <Plus size={14} aria-hidden />
        </IconButton>
        <IconButton small label={t('zoom_fit')} onClick={fit}>
          <Maximize size={14} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
