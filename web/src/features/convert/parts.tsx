import { Radio } from 'antd';
import { Fragment, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NEW, OTHER, type Known, type Match } from './found';
import styles from './ConvertDialog.module.css';

export function Wrong({ texts }: { texts: string[] }) {
  return texts.map((text) => (
    <p key={text} role="alert" className={styles.wrong}>
      {text}
    </p>
  ));
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}

export function Labelled({
  label,
  wrong,
  children,
}: {
  label: string;
  wrong: string | undefined;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {wrong && (
        <p role="alert" className={styles.wrong}>
          {wrong}
        </p>
      )}
    </div>
  );
}

/** What a new one is called in truth: where one is there already, none is made. */
export function useFresh(what: 'account' | 'contact', known: Known | undefined, fresh: string): string {
  const { t } = useTranslation('convert');
  if (known === undefined) {
    return fresh;
  }
  return known === 'hidden' ? t(`joins_hidden_${what}`) : t(`joins_${what}`, { name: known.name });
}

/** Says why no new one is made. */
export function Why({ what, known }: { what: 'account' | 'contact'; known: Known | undefined }) {
  const { t } = useTranslation('convert');
  return (
    <p role="status" className={styles.why}>
      {known && t(`why_${what}`)}
    </p>
  );
}

interface WhichProps {
  matches: Match[];
  chosen: string;
  onChoose: (id: string) => void;
  fresh: string;
  /** What any other is called that there may be. */
  other?: string | undefined;
  /** What the chosen one asks for, which stands right under it. */
  children?: ReactNode;
}

/** One that is there already, a new one, or any other. */
export function Which({ matches, chosen, onChoose, fresh, other, children }: WhichProps) {
  const { t } = useTranslation('convert');
  const existing = ({ name, owner }: Match) =>
    owner ? t('existing_of', { name, owner }) : t('existing', { name });
  const options = [
    ...matches.map((match) => ({ value: match.id, label: existing(match) })),
    { value: NEW, label: fresh },
    ...(other === undefined ? [] : [{ value: OTHER, label: other }]),
  ];
  if (options.length === 1) {
    return (
      <>
        <p>{fresh}</p>
        {children}
      </>
    );
  }
  return (
    <Radio.Group
      className={styles.which ?? ''}
      value={chosen}
      onChange={(event) => onChoose(event.target.value as string)}
    >
      {options.map(({ value, label }) => (
        <Fragment key={value}>
          <Radio value={value}>{label}</Radio>
          {value === chosen && children}
        </Fragment>
      ))}
    </Radio.Group>
  );
}
