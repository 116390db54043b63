import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { say, type Label } from '@/lib/meta';
import { Steps } from './Steps';
import type { Step } from '../job/steps';
import styles from '../parts/Page.module.css';

interface Props {
  object: { name: string; label: Label; plural: Label };
  file?: string;
  step: Step;
  open: Step[];
  onGo: (step: Step) => void;
  children: ReactNode;
}

/** Title, way and what the step shows. */
export function Frame({ object, file, step, open, onGo, children }: Props) {
  const { t } = useTranslation('imports');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <p className={styles.trail}>
            <Link to={`/${object.name}`}>{say(object.plural)}</Link>
            <span aria-hidden>/</span>
            <Link to="/import">{t('history.title')}</Link>
          </p>
          <h1>{t('title', { object: say(object.plural) })}</h1>
          {file && <p className={styles.file}>{file}</p>}
        </div>
        <Steps at={step} open={open} onGo={onGo} />
      </header>
      {children}
    </div>
  );
}
