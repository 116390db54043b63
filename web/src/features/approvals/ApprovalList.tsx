import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { act } from '@/lib/changes';
import { countsKey } from '@/lib/counts';
import type { Entry } from '@/lib/records';
import { refreshed, TASK } from '@/records/approval/api';
import { DecideDialog } from '@/records/approval/DecideDialog';
import { usePeek } from '@/records/peek/usePeek';
import { aboutOf, useNames } from '@/records/useNames';
import { useKeys } from '@/ui/keys';
import { LinkButton } from '@/ui/LinkButton';
import { Notice } from '@/ui/Notice';
import { tell } from '@/ui/tell';
import { Waiting } from '@/ui/Waiting';
import { isToSign, isUnread, partQuery, type Part } from './api';
import { ApprovalRow } from './ApprovalRow';
import styles from './Approvals.module.css';
import { DecideBar } from './DecideBar';
import { useDeciding, type Quick } from './useDeciding';

/** The approvals of a part; one row is current and has the keys. */
export function ApprovalList({ part }: { part: Part }) {
  const { t } = useTranslation('approval');
  const { t: common } = useTranslation();
  const list = useInfiniteQuery(partQuery(part));
  const deciding = useDeciding();
  const entries = deciding.held ?? list.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames(entries);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const signs = entries.filter((entry) => isToSign(entry) && !deciding.results.has(entry.id));
  const picked = signs.filter(({ id }) => chosen.has(id));
  const toggle = ({ id }: Entry) =>
    choose((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  const seen = useSeeing();
  const place = useRef<HTMLUListElement>(null);
  const walk = useWalking({
    place,
    entries,
    seen,
    toggle: (entry) => signs.includes(entry) && toggle(entry),
    clear: () => (chosen.size > 0 ? choose(new Set()) : false),
    decide: (deed, entry) =>
      deciding.ask(deed, picked.length > 0 ? picked : signs.filter((e) => e === entry)),
  });

  if (list.error && !list.data) {
    throw list.error;
  }
  if (list.isPending) {
    return <Waiting lines={8} />;
  }
  const { asked } = deciding;
  return (
    <>
      {entries.length === 0 ? (
        <Notice
          title={t(`page.empty.${part}`)}
          hint={t(`page.empty.${part}_hint`)}
          act={<LinkButton to="/today">{t('page.empty.act')}</LinkButton>}
        />
      ) : (
        <ul ref={place} className={styles.rows} aria-label={t(`page.parts.${part}`)}>
          {entries.map((entry, i) => (
            <ApprovalRow
              key={entry.id}
              entry={entry}
              label={names.get(aboutOf(entry)?.id ?? '')}
              current={i === walk.at}
              chosen={chosen.has(entry.id)}
              result={deciding.results.get(entry.id)}
              onCurrent={() => walk.go(i)}
              onChoose={signs.includes(entry) ? () => toggle(entry) : undefined}
              onDecide={(deed) => deciding.ask(deed, [entry])}
              onSee={() => seen(entry)}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <p className={styles.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {common('more')}
          </Button>
        </p>
      )}
      {(picked.length > 0 || deciding.results.size > 0) && (
        <DecideBar
          picked={picked.length}
          all={signs.length}
          results={deciding.results}
          onAll={() => choose(new Set(signs.map(({ id }) => id)))}
          onDecide={(deed) => deciding.ask(deed, picked)}
          onClear={() => {
            choose(new Set());
            deciding.settle();
          }}
        />
      )}
      {asked && (
        <DecideDialog
          deed={asked.deed}
          title={
            asked.tasks.length === 1
              ? asked.tasks
                  .map((task) => [String(task.name), names.get(aboutOf(task)?.id ?? '') ?? ''].join(' · '))
                  .join('')
              : t('page.several', { n: asked.tasks.length })
          }
          onDo={(said) => deciding.run(said, entries)}
          onClose={deciding.close}
        />
      )}
    </>
  );
}

/** Notes that the person has looked at what they are to know of. */
function useSeeing() {
  const queries = useQueryClient();
  return (entry: Entry) => {
    if (isUnread(entry)) {
      act(TASK, entry, 'see')
        .then(() => Promise.all([refreshed(), queries.invalidateQueries({ queryKey: countsKey })]))
        .catch(tell);
    }
  };
}

interface Walked {
  place: RefObject<HTMLUListElement | null>;
  entries: Entry[];
  seen: (entry: Entry) => void;
  toggle: (entry: Entry) => unknown;
  clear: () => unknown;
  decide: (deed: Quick, entry: Entry) => unknown;
}

/** Walks through the rows by keys; what is looked at beside them goes along. */
function useWalking({ place, entries, seen, toggle, clear, decide }: Walked) {
  const navigate = useNavigate();
  const { peeked, able, open, turn, close } = usePeek();
  const [chosen, move] = useState<number>();
  const follows = useRef(false);
  const at = chosen === undefined ? -1 : Math.min(chosen, entries.length - 1);
  const entry = entries[at];
  useEffect(() => {
    if (follows.current) {
      follows.current = false;
      place.current?.querySelector<HTMLElement>('[data-current=true] a')?.focus();
    }
  });
  const go = (to: number) => {
    const next = entries[Math.max(0, Math.min(to, entries.length - 1))];
    const about = next && aboutOf(next);
    if (!next) {
      return false;
    }
    move(entries.indexOf(next));
    if (peeked && able && about) {
      seen(next);
      turn(about.object, about.id);
    }
    return true;
  };
  const step = (to: number) => {
    follows.current = true;
    return go(to);
  };
  const on = (run: (about: { object: string; id: string }) => unknown) => () => {
    const about = entry && aboutOf(entry);
    if (!about) {
      return false;
    }
    seen(entry);
    return run(about);
  };
  useKeys('approvals', {
    next: () => step(at + 1),
    previous: () => step(at - 1),
    first: () => step(0),
    last: () => step(entries.length - 1),
    open: on(({ object, id }) => void navigate(`/${object}/${id}`)),
    peek: on(({ object, id }) =>
      !able ? void navigate(`/${object}/${id}`) : peeked?.id === id ? close() : open(object, id),
    ),
    select: () => (entry ? toggle(entry) : false),
    clear,
  });
  useKeys('decision', {
    approve: () => (entry ? decide('approve', entry) : false),
    refuse: () => (entry ? decide('refuse', entry) : false),
  });
  return { at, go };
}
