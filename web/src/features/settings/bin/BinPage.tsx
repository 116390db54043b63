import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Trash2 } from 'lucide-react';
import { createElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { signOf } from '@/features/objects';
import { binQuery, type Binned } from '@/lib/bin';
import { moment, number, relative } from '@/lib/format';
import { say, useObjects, type ObjectBrief } from '@/lib/meta';
import { useRestore } from '@/records/useRestore';
import { Notice } from '@/ui/Notice';
import { Select } from '@/ui/Select';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { PageHead } from '../PageHead';
import styles from '../settings.module.css';

/** Whether people know its records as such, rather than as their own view or favourite. */
const isKnown = ({ can, traits }: ObjectBrief): boolean =>
  can.read === true && !traits.includes('personal') && !traits.includes('shape');

/** What was deleted, and how it comes back. */
export function BinPage() {
  const { t } = useTranslation('settings');
  const objects = useObjects().filter(isKnown);
  const [chosen, choose] = useState<string>();
  const bin = useInfiniteQuery(binQuery(chosen === undefined ? objects.map(({ name }) => name) : [chosen]));
  if (bin.error && !bin.data) {
    throw bin.error;
  }
  const items = bin.data?.pages.flatMap((page) => page.items);
  return (
    <div className={styles.page}>
      <PageHead title={t('nav.bin')} lead={t('bin.lead')} />
      <div className={styles.tools}>
        <Select
          aria-label={t('bin.object')}
          placeholder={t('bin.all')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 200 }}
          value={chosen}
          options={objects.map(({ name, label }) => ({ value: name, label: say(label) }))}
          onChange={(name: string | undefined) => choose(name)}
        />
      </div>
      {!items ? (
        <Waiting lines={8} />
      ) : items.length === 0 ? (
        <Notice title={t('bin.empty')} hint={t('bin.empty_hint')} />
      ) : (
        <ul aria-label={t('nav.bin')} className={styles.rows}>
          {items.map((item) => (
            <Deleted key={item.id} item={item} of={objects.find(({ name }) => name === item.object)} />
          ))}
        </ul>
      )}
      {bin.hasNextPage && (
        <div className={styles.tools}>
          <Button loading={bin.isFetchingNextPage} onClick={() => void bin.fetchNextPage()}>
            {t('bin.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Deleted({ item, of }: { item: Binned; of: ObjectBrief | undefined }) {
  const { t } = useTranslation('settings');
  const navigate = useNavigate();
  const restore = useRestore();
  const name = item.label ?? '***';
  const back = useMutation({
    mutationFn: () => restore(item.object, item.id),
    onSuccess: () =>
      toast.done(t('restored', { name }), {
        label: t('bin.open'),
        run: () => void navigate(`/${item.object}/${item.id}`),
      }),
    onError: tell,
  });
  const told = [
    of && say(of.label),
    t('bin.deleted', { name: item.deleted_by.label ?? '***', when: relative(item.deleted_at) }),
    item.cascade > 0 && t('bin.along', { count: item.cascade, n: number(item.cascade) }),
  ].filter(Boolean);
  return (
    <li className={styles.row}>
      {createElement(of ? signOf(of.name, of.icon) : Trash2, { size: 16, strokeWidth: 1.5 })}
      <span className={styles.what}>
        <span dir="auto" className={styles.plain}>
          {name}
        </span>
        <span className={styles.code} title={moment(item.deleted_at)}>
          {told.join(' · ')}
        </span>
      </span>
      <Button
        size="small"
        loading={back.isPending}
        aria-label={t('bin.restore', { name })}
        onClick={() => back.mutate()}
      >
        {t('restore')}
      </Button>
    </li>
  );
}
