import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useKept } from '@/ui/kept';
import { useKeys } from '@/ui/keys';
import { useGrowing } from '@/ui/useGrowing';
import { DoneLine } from './DoneLine';
import { KeyHints } from './KeyHints';
import { groups, type Line } from './lines';
import { canDo } from './rights';
import { pathOf, TodayLine, type Opened } from './TodayLine';
import type { Acts } from './useActs';
import type { Asking, Metas } from './wanted';
import styles from './TodayList.module.css';

interface Props {
  metas: Metas;
  /** What is open, and in its place what was just done. */
  lines: Line[];
  /** Objects of which there is more than these lines. */
  more: Asking[];
  acts: Acts;
}

/** Arrows, Enter and the space bar belong to the line itself, not to what stands in it or to the page. */
const forLine = ({ key, target }: KeyboardEvent): boolean =>
  (key.length === 1 && key !== ' ') || (target instanceof HTMLElement && target.matches('li[data-current]'));

/** How long what was done stays where it was, so that a second press hits nothing else. */
const LINGERING = 4_000;

/** The lines below thin headings; one of them is current and has the keys. */
export function TodayList({ metas, lines: shown, more, acts }: Props) {
  const { t } = useTranslation('today');
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const follows = useRef(false);
  const { done: lingering, settle } = acts;
  const lines = shown.filter((line) => !lingering.some((each) => each.line === line));
  const [before, keep] = useKept('line', 0);
  const [chosen, choose] = useState({ id: lines[before]?.entry.id, i: before });
  const [opened, open] = useState<{ key: string; what: Opened }>();
  const found = lines.findIndex((line) => line.entry.id === chosen.id);
  const at = found >= 0 ? found : Math.max(0, Math.min(chosen.i, lines.length - 1));
  const current = lines[at];
  useEffect(() => keep(at), [at, keep]);
  const drawn = new Set(shown.slice(0, useGrowing(shown.length)));
  useEffect(() => {
    const due = lingering.length > 0 ? setTimeout(() => settle(), LINGERING) : undefined;
    return () => clearTimeout(due);
  }, [lingering, settle]);

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
      choose({ id: line.entry.id, i: lines.indexOf(line) });
      if (!follows.current) {
        place.current?.querySelector<HTMLElement>('li[data-current=true]')?.focus();
      }
    }
  };
  /** What takes the line away hands the focus on to the next one. */
  const goes = (line: Line) => {
    choose({ id: line.entry.id, i: lines.indexOf(line) });
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
  /** What is taken back has the focus once it is there again. */
  const comesBack = (line: Line) => {
    choose({ id: line.entry.id, i: at });
    follows.current = true;
  };
  useKeys('today', {
    next: (event) =>
      forLine(event) && go(opened || document.activeElement?.closest('li[data-current]') ? at + 1 : at),
    previous: (event) => forLine(event) && go(at - 1),
    first: (event) => forLine(event) && go(0),
    last: (event) => forLine(event) && go(lines.length - 1),
    open: (event) => forLine(event) && current && void navigate(pathOf(current)),
    done: (event) => forLine(event) && current && done(current),
    put_off: () => current && canDo(metas, current).putOff && open({ key: current.key, what: 'put_off' }),
    note: () => current && canDo(metas, current).write && open({ key: current.key, what: 'note' }),
    call: () => place.current?.querySelector<HTMLElement>('li[data-current=true] [data-call]')?.click(),
  });

  return (
    <div ref={place} onPointerLeave={({ pointerType }) => pointerType === 'mouse' && settle()}>
      {groups.map((group) => {
        const own = shown.filter((line) => line.group === group && drawn.has(line));
        return (
          own.length > 0 && (
            <section key={group} aria-labelledby={`today-${group}`}>
              <h2 id={`today-${group}`} className={styles.heading}>
                {t(`groups.${group}`)}
                <span className={styles.size}>
                  {lines.filter((line) => line.group === group).length}
                  {own.some(({ object }) => more.includes(object)) && '+'}
                </span>
              </h2>
              <ul className={styles.lines}>
                {own.map((line) => {
                  const was = lingering.find((each) => each.line === line);
                  return was ? (
                    <DoneLine key={line.key} done={was} onUndo={() => comesBack(line)} />
                  ) : (
                    <TodayLine
                      key={line.key}
                      line={line}
                      metas={metas}
                      current={line === current}
                      opened={opened?.key === line.key ? opened.what : undefined}
                      onChoose={() => choose({ id: line.entry.id, i: lines.indexOf(line) })}
                      onOpen={(what) => open(what && { key: line.key, what })}
                      onDone={() => done(line)}
                      onPutOff={(day, shown) => {
                        goes(line);
                        void acts.putOff(line, day, shown);
                      }}
                      onNote={(about, noted) => acts.note(line, about, noted, () => goes(line))}
                      onSeen={() => void acts.complete(line)}
                    />
                  );
                })}
              </ul>
            </section>
          )
        );
      })}
      {drawn.size === shown.length && <KeyHints />}
    </div>
  );
}
