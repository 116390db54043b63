import { Button } from 'antd';
import { ChevronDown, Hourglass, Info, LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '@/lib/api';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { Menu } from '@/ui/Menu';
import { useNarrow } from '@/ui/useNarrow';
import type { Check, Move, Standing } from './api';
import { Checklist } from './Checklist';
import { isShut, nextOf, obstacles, shownOf } from './moves';
import styles from './Process.module.css';

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  field: Field;
  standing: Standing;
  /** Whether what it is about has to be told. */
  named?: boolean;
  /** Where somebody looked whether it could go. */
  looked: string | undefined;
  onLook: (to: string) => void;
  /** Whether the person may move the record. */
  may: boolean;
  busy: boolean;
  aside: (code: string) => boolean;
  label: (code: string) => string;
  onMove: (to: string) => void;
}

/** What it takes to come where the record goes next; on the phone but one line until somebody asks for more. */
export function Strip(props: Props) {
  const { field, standing, named = false, looked, onLook, may, busy, aside, label, onMove } = props;
  const { t } = useTranslation('process');
  const narrow = useNarrow();
  const [unfolded, unfold] = useState(false);
  const next = nextOf(standing, field, aside);
  const move = shownOf(standing, next, looked);
  if (!move && standing.guide === null) {
    return null;
  }
  const checks = move?.allowed ? move.checklist : [];
  const left = move ? checks.filter(({ done }) => !done).length + obstacles(move).length : 0;
  const more = move && (standing.guide !== null || checks.length > 0 || left > 0);
  return (
    <section aria-label={standing.name} className={styles.strip}>
      {move && (
        <div className={styles.head}>
          <p className={styles.title}>
            {named && <strong>{say(field.label)}</strong>}
            <span className="muted">{t(move === next ? 'next' : 'to')}</span>
            <Menu
              align="start"
              label={t('choose_state', { state: label(move.to) })}
              className={styles.state}
              items={standing.moves.map(({ to }) => ({ key: to, label: label(to), run: () => onLook(to) }))}
            >
              {label(move.to)}
              <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
            </Menu>
          </p>
          {(may || move.approval?.pending === true) && (
            <Go move={move} state={move === next ? undefined : label(move.to)} busy={busy} onMove={onMove} />
          )}
        </div>
      )}
      {narrow && more && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={unfolded}
          onClick={() => unfold(!unfolded)}
        >
          {left > 0 ? t('left', { count: left }) : t('nothing_left')}
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
        </button>
      )}
      {(!narrow || unfolded || !move) && <Details {...props} move={move} checks={checks} />}
    </section>
  );
}

interface DetailsProps extends Props {
  move: Move | undefined;
  /** What there is to tick on a way that there is. */
  checks: Check[];
}

/** What to do there, what is done, and what is still in the way. */
function Details({ meta, entry, standing, may, move, checks }: DetailsProps) {
  return (
    <>
      {standing.guide !== null && <p className={styles.guide}>{standing.guide}</p>}
      {checks.length > 0 && (
        <Checklist object={meta.name} record={entry.id} standing={standing} checks={checks} may={may} />
      )}
      {move && <Obstacles move={move} />}
    </>
  );
}

interface GoProps {
  move: Move;
  /** Where it goes, unless that is the next. */
  state: string | undefined;
  busy: boolean;
  onMove: (to: string) => void;
}

/** The button that brings the record there, or asks for the approval of it. */
function Go({ move, state, busy, onMove }: GoProps) {
  const { t } = useTranslation('process');
  if (move.approval?.pending) {
    return (
      <span className={styles.pending}>
        <Hourglass size={14} strokeWidth={1.5} aria-hidden />
        {t('pending')}
      </span>
    );
  }
  const ready = move.problems.length === 0;
  return isShut(move) ? null : (
    <Button type={ready ? 'primary' : 'default'} loading={busy} onClick={() => onMove(move.to)}>
      {move.approval ? t('submit') : state === undefined ? t('go') : t('go_to', { state })}
    </Button>
  );
}

function Obstacles({ move }: { move: Move }) {
  const { t } = useTranslation('process');
  const told = [...new Set(obstacles(move).map(({ message }) => said(message)))];
  const Sign = isShut(move) ? LockKeyhole : Info;
  return told.length === 0 ? null : (
    <ul aria-label={t('missing')} className={styles.obstacles}>
      {told.map((message) => (
        <li key={message}>
          <Sign size={14} strokeWidth={1.5} aria-hidden />
          {message}
        </li>
      ))}
    </ul>
  );
}
