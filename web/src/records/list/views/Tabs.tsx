import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ObjectMeta } from '@/lib/meta';
import { VIEW } from './address';
import { useViewName } from './useViewName';
import type { ViewActs } from './useViewActs';
import type { Views } from './useViews';
import styles from './ViewBar.module.css';

interface Props {
  meta: ObjectMeta;
  views: Views;
  acts: ViewActs;
}

const MOST = 12;

/** Hides what is wrapped to a further line, from the keyboard, too. */
function useOneLine(count: number) {
  const line = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = line.current;
    if (!box) {
      return;
    }
    const fit = () => {
      const all = [...box.children].filter((each): each is HTMLElement => each instanceof HTMLElement);
      const top = all[0]?.offsetTop ?? 0;
      all.forEach((each) => {
        each.style.visibility = each.offsetTop > top ? 'hidden' : '';
      });
    };
    const watch = new ResizeObserver(fit);
    watch.observe(box);
    fit();
    return () => watch.disconnect();
  }, [count]);
  return line;
}

/** The first views, as many as there is room for; one's own are dragged to another place. */
export function Tabs({ meta, views, acts }: Props) {
  const { t } = useTranslation('views');
  const nameOf = useViewName(meta);
  const [dragged, drag] = useState<string>();
  const shown = views.choices.slice(0, MOST);
  const line = useOneLine(views.choices.length);
  const own = shown.filter((choice) => choice.origin === 'own').map((choice) => choice.id);
  const drop = (id: string) => {
    const [from, to] = [own.indexOf(dragged ?? ''), own.indexOf(id)];
    drag(undefined);
    if (from >= 0 && to >= 0 && from !== to) {
      void acts.move(from, to);
    }
  };
  return (
    <nav ref={line} aria-label={t('tabs')} className={styles.tabs}>
      {shown.map((choice) => {
        const isOwn = choice.origin === 'own';
        const { full, short } = nameOf(choice);
        return (
          <Link
            key={choice.id}
            to={{ search: `?${VIEW}=${choice.id}` }}
            className={styles.tab}
            title={full}
            aria-current={choice.id === views.current.id ? 'page' : undefined}
            data-dragged={dragged === choice.id}
            draggable={isOwn}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              drag(choice.id);
            }}
            onDragOver={(event) => isOwn && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              drop(choice.id);
            }}
            onDragEnd={() => drag(undefined)}
          >
            {short}
          </Link>
        );
      })}
    </nav>
  );
}
