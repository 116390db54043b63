import { Check, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Select } from '@/ui/Select';
import type { Placed } from '../model/errors';
import {
  emptyGate,
  gateAt,
  isEmpty,
  moveCard,
  others,
  wayOf,
  withGate,
  type Card,
  type Others,
  type Process,
} from './model';
import styles from './Process.module.css';

interface Props {
  process: Process;
  label: (value: string) => string;
  chosen: Card | undefined;
  placed: Placed;
  onChoose: (card: Card) => void;
  onChange: (process: Process) => void;
}

/** Which moves are allowed, from each state to each other; a press allows one, or opens what it takes. */
export function Matrix({ process, label, chosen, placed, onChoose, onChange }: Props) {
  const { t } = useTranslation('process');
  const values = process.states.map(({ value }) => value);
  return (
    <section aria-label={t('moves')} className={styles.moves}>
      <header className={styles.movesHead}>
        <h2>{t('moves')}</h2>
        <label className={styles.others}>
          <span>{t('others')}</span>
          <Select<Others>
            aria-label={t('others')}
            popupMatchSelectWidth={false}
            value={process.others}
            options={others.map((value) => ({ value, label: t(`others_${value}`) }))}
            onChange={(next) => onChange({ ...process, others: next })}
          />
        </label>
      </header>
      <div className={styles.scroll}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <td className={styles.corner}>
                <span aria-hidden>{t('from_to')}</span>
              </td>
              {values.map((to) => (
                <th key={to} scope="col">
                  {label(to)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {values.map((from) => (
              <tr key={from}>
                <th scope="row">{label(from)}</th>
                {values.map((to) =>
                  from === to ? (
                    <td key={to} className={styles.same} />
                  ) : (
                    <td key={to}>
                      <Cell
                        process={process}
                        card={moveCard({ from, to })}
                        names={{ from: label(from), to: label(to) }}
                        chosen={chosen === moveCard({ from, to })}
                        wrong={placed.cards.has(moveCard({ from, to }))}
                        onAllow={() =>
                          onChange(withGate(process, moveCard({ from, to }), emptyGate(to, from)))
                        }
                        onChoose={onChoose}
                      />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.hint}>{t(`others_hint_${process.others}`)}</p>
    </section>
  );
}

interface CellProps {
  process: Process;
  card: Card;
  names: { from: string; to: string };
  chosen: boolean;
  wrong: boolean;
  onAllow: () => void;
  onChoose: (card: Card) => void;
}

function Cell({ process, card, names, chosen, wrong, onAllow, onChoose }: CellProps) {
  const { t } = useTranslation('process');
  const [from = '', to = ''] = card.split('>');
  const way = wayOf(process, { from, to });
  const own = gateAt(process, card);
  const asks = own !== undefined && !isEmpty(own);
  const said = t(`cell.${asks ? 'asks' : way}`, names);
  return (
    <button
      type="button"
      className={styles.cell}
      data-card
      aria-pressed={chosen}
      aria-label={said}
      title={said}
      data-way={way}
      data-wrong={wrong}
      onClick={() => (way === 'none' ? onAllow() : onChoose(card))}
    >
      {asks ? (
        <SlidersHorizontal size={16} strokeWidth={1.5} aria-hidden />
      ) : (
        way !== 'none' && <Check size={16} strokeWidth={1.5} aria-hidden />
      )}
    </button>
  );
}
