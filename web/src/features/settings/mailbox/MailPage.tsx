import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isLost } from '@/lib/api';
import { moment } from '@/lib/format';
import { LinkButton } from '@/ui/LinkButton';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import page from '../settings.module.css';
import { mailQuery } from './api';
import { framed } from './framed';
import styles from './Mailbox.module.css';

const ways = ['html', 'text'] as const;

/** One of the mails, as its reader sees it. */
export function MailPage() {
  const { t } = useTranslation('settings');
  const { id = '' } = useParams();
  const { data: mail, error } = useQuery(mailQuery(id));
  const [way, choose] = useState<(typeof ways)[number]>('html');
  if (isLost(error)) {
    return (
      <Notice
        title={t('mailbox.gone')}
        hint={t('mailbox.gone_hint')}
        act={<LinkButton to="/settings/mailbox">{t('mailbox.back')}</LinkButton>}
      />
    );
  }
  if (error && !mail) {
    throw error;
  }
  if (!mail) {
    return <Waiting lines={8} />;
  }
  return (
    <div className={page.page}>
      <header className={page.head}>
        <div className={page.titles}>
          <p className={page.trail}>
            <Link to="/settings/mailbox">{t('nav.mailbox')}</Link>
          </p>
          <h1 dir="auto" className={styles.subject}>
            {mail.subject}
          </h1>
          <p className={page.hint}>{t('mailbox.sent', { to: mail.to, at: moment(mail.at) })}</p>
        </div>
        <div role="group" aria-label={t('mailbox.as')} className={styles.ways}>
          {ways.map((each) => (
            <button
              key={each}
              type="button"
              className={styles.way}
              aria-pressed={each === way}
              onClick={() => choose(each)}
            >
              {t(`mailbox.as_${each}`)}
            </button>
          ))}
        </div>
      </header>
      {way === 'text' ? (
        <pre dir="auto" className={styles.text}>
          {mail.text}
        </pre>
      ) : (
        <iframe
          title={mail.subject}
          className={styles.frame}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={framed(mail.html)}
        />
      )}
    </div>
  );
}
