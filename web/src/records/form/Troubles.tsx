import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/lib/api';
import { say, type Field } from '@/lib/meta';
import { whyNot } from '@/ui/tell';
import styles from './Form.module.css';

interface Props {
  error: unknown;
  fields: Field[];
  /** What stands before the names of fields in the ids of their inputs. */
  prefix: string;
}

/** All that is wrong, with a way to each. */
export function Troubles({ error, fields, prefix }: Props) {
  const { t } = useTranslation('form');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) {
      place.current?.focus();
    }
  }, [error]);
  if (!error) {
    return null;
  }
  const problems = error instanceof Problem ? error.errors : [];
  const label = (name: string | undefined) => say(fields.find((f) => f.name === name)?.label);
  return (
    <div ref={place} tabIndex={-1} role="alert" className={styles.box} data-kind="trouble">
      {problems.length === 0 ? (
        <p>{whyNot(error)}</p>
      ) : (
        <>
          <p>{t('troubles', { count: problems.length })}</p>
          <ul>
            {problems.map((problem, i) => (
              <li key={i}>
                <a
                  href={`#${prefix}-${problem.field ?? ''}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(`${prefix}-${problem.field ?? ''}`)?.focus();
                  }}
                >
                  {label(problem.field) || problem.field}
                </a>{' '}
                {problem.message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
