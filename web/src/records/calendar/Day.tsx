import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Entry } from '@/lib/records';
import { Floating } from '@/ui/Floating';
import { isKey } from '@/ui/keys';
import { DayList } from './DayList';
import { dayAfter, timeOf } from './days';
import { dayText } from './dayText';
import type { Plan } from './queries';
import { colourOf } from './colour';
import styles from './Calendar.module.css';

const SHOWN = 3;
/** Records are dragged under this name. */
const TYPE = 'application/x-hemai-record';

interface Props {
  plan: Plan;
  day: string;
  entries: Entry[];
  /** Whether it belongs to the month before or after. */
  other: boolean;
  today: boolean;
  chosen: boolean;
  /** Whether records may be taken elsewhere. */
  loose: boolean;
  /** Whether there is room for dots only. */
  brief: boolean;
  onMove: (entry: Entry, to: string) => void;
  onChoose: (day: string) => void;
  onCreate: ((day: string) => void) | undefined;
}

let held: Entry | undefined;

/** A day of the month with its first records. */
export function Day({
  plan,
  day,
  entries,
  other,
  today,
  chosen,
  loose,
  brief,
  onMove,
  onChoose,
  onCreate,
}: Props) {
  const { t } = useTranslation('calendar');
  const [over, hover] = useState(false);
  const [all, showAll] = useState<HTMLElement>();
  const date = Number(day.slice(8));
  const label = `${dayText(day)}${entries.length > 0 ? `, ${t('count', { count: entries.length })}` : ''}`;
  if (brief) {
    return (
      <div role="cell" className={styles.day} data-other={other}>
        <button
          type="button"
          className={styles.brief}
          aria-label={label}
          aria-pressed={chosen}
          onClick={() => onChoose(day)}
        >
          <span className={styles.date} data-today={today}>
            {date}
          </span>
          <span aria-hidden className={styles.dots}>
            {entries.slice(0, SHOWN).map((entry) => (
              <i key={entry.id} style={{ background: `var(--tag-${colourOf(plan.meta, entry)}-text)` }} />
            ))}
          </span>
        </button>
      </div>
    );
  }
  const shown = entries.length > SHOWN ? entries.slice(0, SHOWN - 1) : entries;
  return (
    <div
      role="cell"
      className={styles.day}
      data-other={other}
      data-over={over}
      onDragOver={(event) => {
        if (loose && event.dataTransfer.types.includes(TYPE)) {
          event.preventDefault();
          hover(true);
        }
      }}
      onDragLeave={() => hover(false)}
      onDrop={(event) => {
        event.preventDefault();
        hover(false);
        if (held) {
          onMove(held, day);
        }
      }}
      onClick={(event) => event.target === event.currentTarget && onCreate?.(day)}
    >
      <span className={styles.top}>
        <span className={styles.date} data-today={today}>
          <span className="sr-only">{label}</span>
          <span aria-hidden>{date}</span>
        </span>
        {onCreate && (
          <button
            type="button"
            className={styles.add}
            aria-label={t('create_on', { day: dayText(day) })}
            title={t('create_on', { day: dayText(day) })}
            onClick={() => onCreate(day)}
          >
            <Plus size={14} aria-hidden />
          </button>
        )}
      </span>
      {shown.map((entry) => (
        <Item
          key={entry.id}
          plan={plan}
          entry={entry}
          loose={loose}
          onMove={(by) => onMove(entry, dayAfter(day, by))}
        />
      ))}
      {shown.length < entries.length && (
        <button
          type="button"
          className={styles.more}
          aria-haspopup="dialog"
          onClick={(event) => showAll(event.currentTarget)}
        >
          {t('more', { n: entries.length - shown.length })}
        </button>
      )}
      {all && (
        <Floating anchor={all} label={dayText(day)} width={280} onClose={() => showAll(undefined)}>
          <DayList plan={plan} day={day} entries={entries} onCreate={undefined} />
        </Floating>
      )}
    </div>
  );
}

const steps = { earlier: -1, later: 1, week_earlier: -7, week_later: 7 } as const;
const acts = Object.keys(steps) as (keyof typeof steps)[];

/** Keeps the focus on the record where it goes. */
function followed(id: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-record="${id}"]`)?.focus());
}

interface ItemProps {
  plan: Plan;
  entry: Entry;
  loose: boolean;
  onMove: (by: number) => void;
}

/** A record on its day; dragged, or moved by Alt and the arrows. */
function Item({ plan: { meta, day }, entry, loose, onMove }: ItemProps) {
  const { t } = useTranslation('calendar');
  const name = entry[meta.name_field];
  const time = timeOf(day, entry[day.name]);
  const called = typeof name === 'string' && name !== '' ? name : '—';
  const colour = colourOf(meta, entry);
  return (
    <Link
      to={`/${meta.name}/${entry.id}`}
      className={styles.item}
      title={loose ? `${called}\n${t('how')}` : called}
      style={{ color: `var(--tag-${colour}-text)`, background: `var(--tag-${colour}-ground)` }}
      draggable={loose}
      data-record={entry.id}
      aria-keyshortcuts={loose ? 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown' : undefined}
      onDragStart={(event) => {
        held = entry;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData(TYPE, entry.id);
      }}
      onDragEnd={() => {
        held = undefined;
      }}
      onKeyDown={(event) => {
        const act = acts.find((each) => loose && isKey('calendar', each, event.nativeEvent));
        if (act) {
          event.preventDefault();
          onMove(steps[act]);
          followed(entry.id);
        }
      }}
    >
      {time !== undefined && <span className={styles.time}>{time}</span>}
      <bdi>{called}</bdi>
    </Link>
  );
}
