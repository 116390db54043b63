import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moment, relative } from '@/lib/format';
import type { Taken } from '../api';
import { wayTaken } from '../model/marks';
import { inPlace } from '../model/place';
import { wayCard, type Card, type Definition } from '../model/tree';
import { stepSign } from '../graph/signs';
import styles from './Runs.module.css';

interface Props {
  definition: Definition;
  steps: Taken[];
  called: (card: Card) => string;
  /** What else there is to see of a step. */
  below?: (step: Taken) => ReactNode;
  /** Whether all of it came in one moment that never was. */
  timeless?: boolean;
}

/** The steps that a run took, one after the other. */
export function StepList({ definition, steps, called, below, timeless = false }: Props) {
  const { t } = useTranslation('flow');
  if (steps.length === 0) {
    return <p className={styles.hint}>{t('runs.no_steps')}</p>;
  }
  const told = (taken: Taken): string => {
    const way = taken.outcome === 'went' ? wayTaken(definition, taken) : undefined;
    return taken.outcome === 'went'
      ? way === undefined
        ? t('rest')
        : called(wayCard(taken.step, way))
      : (taken.outcome === 'waited' || taken.outcome === 'not_yet') && taken.detail !== null
        ? t(taken.outcome === 'waited' ? 'runs.until' : 'outcome.not_yet', { at: moment(taken.detail) })
        : taken.outcome === 'failed'
          ? (taken.detail ?? t(`outcome.${taken.outcome}`))
          : t(`outcome.${taken.outcome}`, { detail: taken.detail ?? '' });
  };
  return (
    <ol className={styles.steps}>
      {inPlace(definition, steps).map((taken, i) => {
        const { icon: Icon, tone } = stepSign(taken.action);
        return (
          <li key={i} data-failed={taken.outcome === 'failed'}>
            <span
              className={styles.sign}
              style={{ color: `var(--tag-${tone}-text)`, background: `var(--tag-${tone}-ground)` }}
            >
              <Icon size={14} strokeWidth={1.5} aria-hidden />
            </span>
            <span className={styles.told}>
              <span>{called(taken.step)}</span>
              <span className={styles.hint}>{told(taken)}</span>
              {below?.(taken)}
            </span>
            {!timeless && (
              <time className={styles.hint} dateTime={taken.at} title={moment(taken.at)}>
                {relative(taken.at)}
              </time>
            )}
          </li>
        );
      })}
    </ol>
  );
}
