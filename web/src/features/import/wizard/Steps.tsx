import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { steps, type Step } from '../job/steps';
import styles from './Steps.module.css';

interface Props {
  at: Step;
  /** Those that one can go to. */
  open: Step[];
  onGo: (step: Step) => void;
}

/** Where one is on the way, and the way back. */
export function Steps({ at, open, onGo }: Props) {
  const { t } = useTranslation('imports');
  return (
    <nav aria-label={t('steps.label')}>
      <ol className={styles.steps}>
        {steps.map((step, i) => {
          const done = i < steps.indexOf(at);
          return (
            <li key={step} className={styles.step} data-state={step === at ? 'at' : done ? 'done' : 'ahead'}>
              <button
                type="button"
                className={styles.button}
                aria-current={step === at ? 'step' : undefined}
                disabled={!open.includes(step) || step === at}
                onClick={() => onGo(step)}
              >
                <span className={styles.sign}>
                  {done ? <Check size={12} strokeWidth={3} aria-hidden /> : i + 1}
                </span>
                <span className={styles.word}>{t(`steps.${step}`)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
