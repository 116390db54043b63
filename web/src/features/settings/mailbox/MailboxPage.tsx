import { useQuery } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment, relative } from '@/lib/format';
import { LinkButton } from '@/ui/LinkButton';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { PageHead } from '../PageHead';
import page from '../settings.module.css';
import { mailsQuery } from './api';
import styles from './Mailbox.module.css';

/** What a demo mailed. */
export function MailboxPage() {
  const { t } = useTranslation('settings');
  const { data: mails, error } = useQuery(mailsQuery);
  if (error && !mails) {
    throw error;
  }
  return (
    <div className={page.page}>
      <PageHead title={t('nav.mailbox')} lead={t('mailbox.lead')} />
      {!mails ? (
        <Waiting lines={6} />
      ) : mails.length === 0 ? (
        <Notice
          title={t('mailbox.empty')}
          hint={t('mailbox.empty_hint')}
          act={<LinkButton to="/settings/account">{t('mailbox.choose')}</LinkButton>}
        />
      ) : (
        <ul aria-label={t('nav.mailbox')} className={page.rows}>
          {mails.map(({ id, to, subject, at }) => (
            <li key={id} className={page.row}>
              <Mail size={16} strokeWidth={1.5} aria-hidden />
              <span className={page.what}>
                <Link dir="auto" to={`/settings/mailbox/${id}`} className={page.name ?? ''}>
                  {subject}
                </Link>
                <span className={page.code}>{to}</span>
              </span>
              <time dateTime={at} title={moment(at)} className={styles.at}>
                {relative(at)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
