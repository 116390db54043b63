import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './Webhooks.module.css';

const STANDARD = 'https://www.standardwebhooks.com';
const SIGNATURE =
  '"v1," + base64(hmac_sha256(base64decode(secret.removePrefix("whsec_")), id + "." + timestamp + "." + body))';
const headers = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
const keys = {
  'webhook-id': 'id',
  'webhook-timestamp': 'timestamp',
  'webhook-signature': 'signature',
} as const;

const example = JSON.stringify(
  {
    type: 'opportunity.won',
    timestamp: '2026-11-29T09:30:00Z',
    data: {
      object: 'opportunity',
      id: '01980c2f-7a10-7cc3-9d0e-4f1f2a6b3c4d',
      label: 'MES',
      fields: { amount: { amount: '1280000.00', currency: 'CNY' }, stage: 'won' },
    },
  },
  undefined,
  2,
);

/** What who receives the messages has to know of them. */
export function HowTo() {
  const { t } = useTranslation('settings');
  return (
    <details className={styles.how}>
      <summary>
        <ChevronRight size={14} aria-hidden />
        {t('webhook.how')}
      </summary>
      <div className={styles.text}>
        <p>
          {t('webhook.how_lead')}{' '}
          <a href={STANDARD} target="_blank" rel="noreferrer">
            {STANDARD.replace('https://www.', '')}
          </a>
        </p>
        <dl className={styles.headers}>
          {headers.map((name) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{t(`webhook.header.${keys[name]}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('webhook.how_signed')}</p>
        <pre dir="ltr" className={styles.body}>
          {SIGNATURE}
        </pre>
        <p>{t('webhook.how_body')}</p>
        <pre dir="ltr" className={styles.body}>
          {example}
        </pre>
        <p>{t('webhook.how_answer')}</p>
      </div>
    </details>
  );
}
