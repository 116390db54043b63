import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { FileSpreadsheet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fileSize, number } from '@/lib/format';
import { say, useObjects } from '@/lib/meta';
import { LinkButton } from '@/ui/LinkButton';
import { Alert, Refused } from '@/ui/Alert';
import { importKey, start, type Wanted } from '../job/api';
import { Choose } from '../parts/Choose';
import { asked } from '../job/draft';
import { Foot } from '../parts/Foot';
import { importable } from '../importable';
import { Preview } from './Preview';
import type { StepProps } from '../job/stepProps';
import page from '../parts/Page.module.css';
import styles from './FileStep.module.css';

const encodings = ['UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE', 'windows-1252', 'Shift_JIS'] as const;
const delimiters = [',', ';', 'tab', '|'] as const;

/** What the file looks like, and how it is to be read. */
export function FileStep({ job, onGo }: StepProps) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const objects = importable(useObjects());
  const { proposal } = job;
  const text = proposal.format === 'csv';
  const looking = useMutation({
    mutationFn: (change: Partial<Wanted>) =>
      start({
        object: job.object,
        from: job.id,
        look: true,
        mode: job.mode,
        ...(job.sheet !== null && { sheet: job.sheet }),
        ...(job.encoding !== null && { encoding: job.encoding as NonNullable<Wanted['encoding']> }),
        ...(job.delimiter !== null && { delimiter: asked(job.delimiter) }),
        ...change,
      } as Wanted),
    onSuccess: (next) => {
      queries.setQueryData(importKey(next.id), next);
      void queries.invalidateQueries({ queryKey: ['imports', 'all'] });
      void navigate(`/import/${next.id}?step=file`, { replace: true });
    },
  });
  const sheets = proposal.sheets.filter((sheet) => !sheet.hidden || sheet.name === job.sheet);
  const firstSheet = proposal.sheets.find((sheet) => !sheet.hidden) ?? proposal.sheets[0];
  const count = { count: proposal.rows, n: number(proposal.rows) };
  return (
    <>
      <div className={page.body}>
        <div className={styles.card}>
          <FileSpreadsheet size={24} strokeWidth={1.25} aria-hidden />
          <div className={styles.about}>
            <strong className={styles.name}>{job.file.name}</strong>
            <span className={styles.facts}>
              {[
                fileSize(job.file.size),
                t(proposal.whole ? 'file.rows' : 'file.rows_more', count),
                t('file.columns', { count: proposal.columns.length, n: number(proposal.columns.length) }),
              ].join(' · ')}
            </span>
          </div>
          <LinkButton to={`/import/new?object=${job.object}`}>{t('file.other')}</LinkButton>
        </div>
        <div className={styles.options}>
          <Choose
            shown
            label={t('into')}
            value={job.object}
            options={objects.map((each) => ({ value: each.name, label: say(each.plural) }))}
            disabled={looking.isPending}
            onChange={(object) => looking.mutate({ object })}
          />
          {sheets.length > 1 && (
            <Choose
              shown
              label={t('file.sheet')}
              value={job.sheet ?? firstSheet?.name ?? ''}
              options={sheets.map(({ name }) => ({ value: name, label: name }))}
              disabled={looking.isPending}
              onChange={(sheet) => looking.mutate({ sheet })}
            />
          )}
          {text && (
            <>
              <Choose
                shown
                label={t('file.encoding')}
                value={proposal.encoding ?? 'UTF-8'}
                options={[...new Set([...encodings, proposal.encoding ?? 'UTF-8'])].map((name) => ({
                  value: name,
                  label: name === 'GB18030' ? t('file.gb') : name,
                }))}
                disabled={looking.isPending}
                onChange={(encoding) => looking.mutate({ encoding: encoding as (typeof encodings)[number] })}
              />
              <Choose
                shown
                label={t('file.delimiter')}
                value={asked(proposal.delimiter) ?? ','}
                options={delimiters.map((sign) => ({ value: sign, label: t(`file.delimiters.${sign}`) }))}
                disabled={looking.isPending}
                onChange={(sign) => looking.mutate({ delimiter: sign as (typeof delimiters)[number] })}
              />
            </>
          )}
        </div>
        <Refused error={looking.error} />
        {proposal.broken > 0 && (
          <Alert kind="warning">
            {t('file.broken', { count: proposal.broken, n: number(proposal.broken) })}
          </Alert>
        )}
        <section className={page.section} aria-busy={looking.isPending}>
          <h2>{t('file.preview')}</h2>
          <Preview proposal={proposal} />
        </section>
      </div>
      <Foot>
        <Button type="primary" disabled={looking.isPending} onClick={() => onGo('map')}>
          {t('next.map')}
        </Button>
      </Foot>
    </>
  );
}
