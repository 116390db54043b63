import { Check, CircleAlert, Clock, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu } from '@/ui/Menu';
import type { Card } from '../model/tree';
import { useGraph, type Mark } from './context';
import type { Sign } from './signs';
import styles from './Graph.module.css';

interface Props {
  card: Card;
  /** What it is called where it is spoken of. */
  title: string;
  /** What is heard of it. */
  spoken: string;
  sign?: Sign;
  kind: string;
  small?: boolean;
  children?: ReactNode;
}

const marks = { taken: Check, waiting: Clock, failed: CircleAlert };

function MarkSign({ mark }: { mark: Mark | undefined }) {
  const Icon = mark && marks[mark];
  return Icon ? (
    <span className={styles.mark} data-mark={mark}>
      <Icon size={12} strokeWidth={2.5} aria-hidden />
    </span>
  ) : null;
}

/** A card that opens its form, with what else can be done with it. */
export function CardFrame({ card, title, spoken, sign, kind, small = false, children }: Props) {
  const { t } = useTranslation('flow');
  const { chosen, first, wrong, marks: all, drawing, onChoose } = useGraph();
  const [problem] = wrong.get(card) ?? [];
  const mark = all?.get(card);
  const acts = drawing?.acts(card) ?? [];
  const Icon = sign?.icon;
  return (
    <div
      className={styles.card}
      data-small={small}
      data-chosen={chosen === card}
      data-wrong={problem !== undefined || mark === 'failed'}
      data-mark={mark}
      data-pale={all !== undefined && mark === undefined}
      data-moving={drawing?.moving === card}
    >
      <button
        type="button"
        data-card={card}
        className={styles.face}
        aria-pressed={chosen === card}
        aria-label={problem ? t('card_wrong', { card: spoken, message: problem.message }) : spoken}
        tabIndex={first === card ? 0 : -1}
        onClick={() => onChoose(card)}
      >
        {sign && Icon && (
          <span
            className={styles.sign}
            style={{ color: `var(--tag-${sign.tone}-text)`, background: `var(--tag-${sign.tone}-ground)` }}
          >
            <Icon size={16} strokeWidth={1.5} aria-hidden />
          </span>
        )}
        <span className={styles.what}>
          <span className={styles.kind}>{kind}</span>
          {children}
        </span>
      </button>
      {acts.length > 0 && (
        <span className={styles.more}>
          <Menu label={t('card_more', { name: title })} items={acts}>
            <Ellipsis size={16} aria-hidden />
          </Menu>
        </span>
      )}
      <MarkSign mark={mark} />
      {problem && (
        <p className={styles.problem}>
          <CircleAlert size={14} aria-hidden />
          {problem.message}
        </p>
      )}
    </div>
  );
}
