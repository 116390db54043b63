import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { chartColours } from '@/ui/theme';
import { useMode } from '@/ui/look';
import { summary, type ChartData } from './data';
import type { Drawing } from './draw';
import styles from './Panel.module.css';

/** Bars on a canvas; a click opens the records behind one. What draws is loaded after the page stands. */
export function Chart({ title, data }: { title: string; data: ChartData }) {
  const box = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing>();
  const [failed, fail] = useState<Error>();
  const navigate = useNavigate();
  const mode = useMode();
  const latest = useRef({ data, navigate });
  useEffect(() => {
    latest.current = { data, navigate };
  });

  useEffect(() => {
    let made: Drawing | undefined;
    let left = false;
    const open = (series: number, category: number) => {
      const to = latest.current.data.series[series]?.to(category);
      if (to !== undefined) {
        void latest.current.navigate(to);
      }
    };
    import('./draw').then(
      ({ draw }) => {
        if (box.current && !left) {
          made = draw(box.current, open);
          setDrawing(made);
        }
      },
      (error: unknown) => fail(error instanceof Error ? error : new Error('chart')),
    );
    return () => {
      left = true;
      made?.end();
    };
  }, []);
  useEffect(() => drawing?.show(data, chartColours(mode)), [drawing, data, mode]);

  if (failed) {
    throw failed;
  }
  return <div ref={box} role="img" aria-label={`${title}: ${summary(data)}`} className={styles.chart} />;
}
