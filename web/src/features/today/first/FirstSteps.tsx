import { Button } from 'antd';
import { Check } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetPreference, prefer } from '@/lib/preferences';
import { LinkButton } from '@/ui/LinkButton';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import type { Step } from './steps';
import { FIRST_STEPS } from './useFirstSteps';
import styles from './FirstSteps.module.css';

/** What whoever sets up a new company does first; put away for good by each person. */
export function FirstSteps({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('today');
  const id = useId();
  const done = steps.filter((step) => step.done).length;
  const putAway = async () => {
    try {
      await prefer(FIRST_STEPS, { away: true });
      toast.done(t('first.put_away'), { undo: () => void forgetPreference(FIRST_STEPS).catch(tell) });
    } catch (refused) {
      tell(refused);
    }
  };
  return (
    <section aria-labelledby={id} className={styles.card}>
      <header className={styles.head}>
        <h2 id={id}>{t(done === steps.length ? 'first.ready' : 'first.title')}</h2>
        <span className={styles.progress}>{t('first.progress', { done, all: steps.length })}</span>
        <Button type="text" size="small" onClick={() => void putAway()}>
          {t('first.hide')}
        </Button>
      </header>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <Line key={step.name} step={step} place={index + 1} next={steps.find((s) => !s.done) === step} />
        ))}
      </ol>
    </section>
  );
}

function Line({ step, place, next }: { step: Step; place: number; next: boolean }) {
  const { t } = useTranslation('today');
  return (
    <li className={styles.step} data-done={step.done}>
      <span className={styles.sign} aria-hidden>
        {step.done ? <Check size={14} strokeWidth={2} /> : place}
      </span>
      <span className={styles.what}>
        <strong>
          {t(`first.${step.name}.title`)}
          {step.done && <span className="sr-only"> ({t('first.done')})</span>}
        </strong>
        {!step.done && <span className={styles.hint}>{t(`first.${step.name}.hint`)}</span>}
      </span>
      {!step.done && (
        <LinkButton to={step.to} type={next ? 'primary' : 'default'}>
          {t(`first.${step.name}.act`)}
        </LinkButton>
      )}
    </li>
  );
}
