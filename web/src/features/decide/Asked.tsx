import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/lib/api';
import { decimal, money, relative } from '@/lib/format';
import { Due, Trail } from '@/records/approval/Trail';
import { Alert } from '@/ui/Alert';
import { whyNot } from '@/ui/tell';
import styles from './Decide.module.css';
import { decide, look, type Mailed } from './api';

const MOST = 2_000;
/** Refusals after which there is something else to look at. */
const CHANGED = 'approval.content_changed';
const outdated = new Set([CHANGED, 'approval.already_decided', 'approval.not_pending', 'approval.not_yet']);

interface Props {
  link: string;
  mailed: Mailed;
  asked: NonNullable<Mailed['asked']>;
  /** Told how it stands now. */
  onTold: (mailed: Mailed) => void;
}

const MONEY = /^(-?[\d.]+) ([A-Z]{3})$/;
const NUMBERS = new Set(['integer', 'decimal']);

/** Amounts and numbers as people write them. */
function asShown({ type, value }: Props['asked']['facts'][number]): string {
  const [, amount, currency] = MONEY.exec(value) ?? [];
  if (type === 'money' && amount !== undefined && currency !== undefined) {
    const shown = money({ amount, currency });
    return shown.sign + shown.amount;
  }
  return NUMBERS.has(type) ? decimal(value) : value;
}

/** What is to be decided, and the decision. */
export function Asked({ link, mailed, asked, onTold }: Props) {
  const { t } = useTranslation('approval');
  const id = useId();
  const [comment, say] = useState('');
  const [busy, work] = useState<'approve' | 'refuse'>();
  const [refused, refuse] = useState<string>();
  const [lacks, setLacks] = useState(false);
  const { approval, facts, complete, label, object_label, object, record } = asked;

  const run = async (decision: 'approve' | 'refuse') => {
    refuse(undefined);
    setLacks(decision === 'refuse' && comment.trim() === '');
    if (decision === 'refuse' && comment.trim() === '') {
      document.getElementById(`${id}comment`)?.focus();
      return;
    }
    work(decision);
    try {
      onTold(await decide(link, decision, approval.content ?? '', comment.trim()));
    } catch (error) {
      if (error instanceof Problem && outdated.has(error.code)) {
        await look(link).then(onTold, () => undefined);
      }
      refuse(error instanceof Problem && error.code === CHANGED ? t('mailed.changed') : whyNot(error));
      work(undefined);
    }
  };

  return (
    <>
      <div>
        <p className="muted">{t('mailed.asked', { name: mailed.person })}</p>
        <h1>{mailed.title}</h1>
        <p className={styles.submitted}>
          {approval.submitter !== null && approval.submitted_at !== null && (
            <span>
              {t('submitted', { name: approval.submitter.label, at: relative(approval.submitted_at) })}
            </span>
          )}
          {approval.due_at !== null && <Due at={approval.due_at} />}
        </p>
      </div>
      <section className={styles.record}>
        <h2>
          <span className="muted">{object_label}</span> {label}
        </h2>
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{asShown(fact)}</dd>
            </div>
          ))}
        </dl>
        {!complete && <p className={styles.more}>{t('mailed.more')}</p>}
        <a href={`/${object}/${record}`}>{t('mailed.whole')}</a>
      </section>
      <section>
        <h2>{t('story')}</h2>
        <Trail story={approval} />
      </section>
      <div className={styles.decision}>
        <label htmlFor={`${id}comment`}>{t('mailed.comment')}</label>
        <Input.TextArea
          id={`${id}comment`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={MOST}
          value={comment}
          aria-invalid={lacks}
          aria-describedby={`${id}lacks`}
          {...(lacks && { status: 'error' as const })}
          onChange={({ target }) => say(target.value)}
        />
        <p id={`${id}lacks`} role="alert" className={styles.wrong}>
          {lacks && comment.trim() === '' ? t('reason_missing') : ''}
        </p>
        {refused !== undefined && <Alert kind="danger">{refused}</Alert>}
        <div className={styles.acts}>
          <Button
            danger
            size="large"
            disabled={busy !== undefined}
            loading={busy === 'refuse'}
            onClick={() => void run('refuse')}
          >
            {t('deeds.refuse')}
          </Button>
          <Button
            type="primary"
            size="large"
            disabled={busy !== undefined}
            loading={busy === 'approve'}
            onClick={() => void run('approve')}
          >
            {t('deeds.approve')}
          </Button>
        </div>
      </div>
    </>
  );
}
