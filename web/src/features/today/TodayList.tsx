import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useKeys } from '@/ui/keys';
import { KeyHints } from './KeyHints';
import { groups, type Line } from './lines';
import { canDo } from './rights';
import { pathOf, TodayLine, type Opened } from './TodayLine';
import type { Acts } from './useActs';
import type { Metas } from './wanted';
import styles from './TodayList.module.css';

interface Props {
  metas: Metas;
  lines: Line[];
  acts: Acts;
}

/** The lines below thin headings; one of them is current and has the keys. */
export function TodayList({ metas, lines, acts }: Props) {
  const { t } = useTranslation('today');
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const follows = useRef(false);
  const [chosen, choose] = useState({ key: lines[0]?.key ?? '', i: 0 });
  const [opened, open] = useState<{ key: string; what: Opened }>();
  const found = lines.findIndex((line) => line.key === chosen.key);
  const at = found >= 0 ? found : Math.min(chosen.i, lines.length - 1);
  const current = lines[at];

  useEffect(() => {
    if (follows.current) {
      follows.current = false;
      place.current?.querySelector<HTMLElement>('li[data-current=true]')?.focus();
    }
  }, [current?.key]);

  const go = (to: number) => {
    const line = lines[Math.max(0, Math.min(to, lines.length - 1))];
    if (line) {
      follows.current = line.key !== current?.key;
      choose({ key: line.key, i: lines.indexOf(line) });
      if (!follows.current) {
        place.current?.querySelector<HTMLElement>('li[data-current=true]')?.focus();
      }
    }
  };
  /** What takes the line away hands the focus on to the next one. */
  const goes = (line: Line) => {
    choose({ key: line.key, i: lines.indexOf(line) });
    open(undefined);
    follows.current = true;
  };
  const done = (line: Line) => {
    const can = canDo(metas, line);
    if (can.complete) {
      goes(line);
      void acts.complete(line);
    } else if (can.write) {
      open({ key: line.key, what: 'note' });
    }
  };
  useKeys({
    j: () => go(opened || document.activeElement?.closest('li[data-current]') ? at + 1 : at),
    k: () => go(at - 1),
    e: () => current && done(current),
    s: () => current && canDo(metas, current).putOff && open({ key: current.key, what: 'put_off' }),
    n: () => current && canDo(metas, current).write && open({ key: current.key, what: 'note' }),
    c: () => place.current?.querySelector<HTMLElement>('li[data-current=true] [data-call]')?.click(),
  });

  /** Arrows, Enter and the space bar belong to the line itself, not to what stands in it. */
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLLIElement) || !current) {
      return;
    }
    const keys: Partial<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(lines.length - 1),
      ' ': () => done(current),
      Enter: () => void navigate(pathOf(current)),
    };
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };

  return (
    <div ref={place} onKeyDown={press}>
      {groups.map((group) => {
        const own = lines.filter((line) => line.group === group);
        return (
          own.length > 0 && (
            <section key={group} aria-labelledby={`today-${group}`}>
              <h2 id={`today-${group}`} className={styles.heading}>
                {t(`groups.${group}`)}
                <span className={styles.size}>{own.length}</span>
              </h2>
              <ul className={styles.lines}>
                {own.map((line) => (
                  <TodayLine
                    key={line.key}
                    line={line}
                    metas={metas}
                    current={line === current}
                    opened={opened?.key === line.key ? opened.what : undefined}
                    onChoose={() => choose({ key: line.key, i: lines.indexOf(line) })}
                    onOpen={(what) => open(what && { key: line.key, what })}
                    onDone={() => done(line)}
                    onPutOff={(day, shown) => {
                      goes(line);
                      void acts.putOff(line, day, shown);
                    }}
                    onNote={async (noted) => {
                      goes(line);
                      return acts.note(line, noted);
                    }}
                    onSeen={() => void acts.complete(line)}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <KeyHints />
    </div>
  );
}
