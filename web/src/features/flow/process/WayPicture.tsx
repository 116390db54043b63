import { ChevronRight, CircleAlert, Flag, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fieldOf, say, type Choice, type Field, type ObjectMeta } from '@/lib/meta';
import type { Placed } from '../model/errors';
import { emptyState, type Card, type Process, type State } from './model';
import styles from './Process.module.css';
import { stateSaid } from './said';

interface Props {
  meta: ObjectMeta;
  field: Field;
  process: Process;
  chosen: Card | undefined;
  placed: Placed;
  onChoose: (card: Card) => void;
  onChange: (process: Process) => void;
}

/** The way of the records from the first state to the last, and what lies aside of it. */
export function WayPicture({ meta, field, process, chosen, placed, onChoose, onChange }: Props) {
  const { t } = useTranslation('process');
  const { states } = process;
  const left = (field.choices ?? []).filter(
    ({ code, active }) => active !== false && !states.some(({ value }) => value === code),
  );
  const card = (state: State) => (
    <StateCard
      meta={meta}
      process={process}
      state={state}
      choice={field.choices?.find(({ code }) => code === state.value)}
      chosen={chosen === state.value}
      wrong={placed.cards.get(state.value)?.[0]?.message}
      onChoose={() => onChoose(state.value)}
    />
  );
  const aside = states.filter((state) => state.aside);
  return (
    <section aria-label={t('way')} className={styles.picture}>
      <ol className={styles.way}>
        {states
          .filter((state) => !state.aside)
          .map((state) => (
            <li key={state.value}>
              {card(state)}
              <ChevronRight size={16} strokeWidth={1.5} aria-hidden className={styles.arrow} />
            </li>
          ))}
      </ol>
      {aside.length > 0 && (
        <div className={styles.aside}>
          <h3>{t('aside')}</h3>
          <ul className={styles.way}>
            {aside.map((state) => (
              <li key={state.value}>{card(state)}</li>
            ))}
          </ul>
        </div>
      )}
      {left.length > 0 && (
        <div className={styles.aside}>
          <h3>{t('left_out')}</h3>
          <ul className={styles.left}>
            {left.map(({ code, label }) => (
              <li key={code}>
                <button
                  type="button"
                  className={styles.take}
                  onClick={() => onChange({ ...process, states: [...states, emptyState(code)] })}
                >
                  <Plus size={14} aria-hidden />
                  {say(label)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface CardProps {
  meta: ObjectMeta;
  process: Process;
  state: State;
  choice: Choice | undefined;
  chosen: boolean;
  wrong: string | undefined;
  onChoose: () => void;
}

function StateCard({ meta, process, state, choice, chosen, wrong, onChoose }: CardProps) {
  const { t } = useTranslation('process');
  const { t: flow } = useTranslation('flow');
  const said = stateSaid(process, state, (name) => say(fieldOf(meta, name)?.label) || name, t, flow);
  return (
    <button
      type="button"
      className={styles.card}
      data-card
      aria-pressed={chosen}
      data-wrong={wrong !== undefined}
      onClick={onChoose}
    >
      <span className={styles.called}>
        {say(choice?.label) || state.value}
        {state.start && (
          <span className={styles.start}>
            <Flag size={12} strokeWidth={1.5} aria-hidden />
            {t('start')}
          </span>
        )}
      </span>
      {said.length > 0 ? (
        <span className={styles.chips}>
          {said.map((each) => (
            <span key={each} className={styles.chip}>
              {each}
            </span>
          ))}
        </span>
      ) : (
        <span className={styles.free}>{t('free')}</span>
      )}
      {wrong !== undefined && (
        <span className={styles.problem}>
          <CircleAlert size={14} aria-hidden />
          {wrong}
        </span>
      )}
    </button>
  );
}
