import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import figures from '@/ui/Figures.module.css';
import { rowsOf } from '@/lib/forest';
import { briefMoney, number, relative } from '@/lib/format';
import { lazy } from '@/lib/lazy';
import { fieldOf } from '@/lib/meta';
import type { PartProps } from '@/records/brought';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import shared from '../account.module.css';
import { Figure } from '../Figure';
import { More } from '../More';
import { Trouble } from '../Trouble';
import { calledOf, MOST } from '../query';
import { Companies } from './Companies';
import { REACH } from './group';
import { useGroup } from './useGroup';
import styles from './group.module.css';

const CreateDrawer = lazy(() =>
  import('@/records/form/CreateDrawer').then((module) => ({ default: module.CreateDrawer })),
);

/** The group that a company belongs to, and what it comes to with all below it. */
export function GroupPart({ meta, entry }: PartProps) {
  const { t } = useTranslation('account');
  const [adding, add] = useState(false);
  const group = useGroup(meta, entry.id);
  if (!group.linked) {
    return <Notice title={t('group.unseen')} />;
  }
  if (group.error && group.waiting) {
    return <Trouble error={group.error} onRetry={group.again} />;
  }
  if (group.waiting) {
    return <Waiting lines={6} />;
  }
  const rows = rowsOf(group.forest);
  const head = rows[0]?.tree.item;
  const parent = fieldOf(meta, 'parent');
  const addButton = meta.can.create === true && parent?.access === 'write' && (
    <Button type={rows.length <= 1 ? 'primary' : 'default'} onClick={() => add(true)}>
      {t('group.add')}
    </Button>
  );
  const money = (amount: number) => briefMoney(amount, group.currency);
  const hint =
    head && head.below > 0 ? t('group.with', { count: head.below, n: number(head.below) }) : t('group.alone');
  return (
    <div className={shared.page}>
      {rows.length <= 1 ? (
        <Notice
          title={t(group.hiddenAbove ? 'group.none_seen' : 'group.none')}
          hint={t('group.none_hint')}
          act={addButton || undefined}
        />
      ) : (
        <>
          {head && (
            <section aria-label={t('group.sums')} className={figures.figures}>
              {group.valued && <Figure name={t('group.open')} value={money(head.sum.open)} hint={hint} />}
              {group.valued && <Figure name={t('group.won')} value={money(head.sum.won)} hint={hint} />}
              {group.deals && <Figure name={t('group.deals')} value={number(head.sum.deals)} hint={hint} />}
              <Figure
                name={t('group.last')}
                value={head.sum.last === undefined ? '—' : relative(head.sum.last)}
                hint={hint}
              />
            </section>
          )}
          <section aria-labelledby="group">
            <header className={shared.head}>
              <h2 id="group">{t('group.companies', { count: rows.length, n: number(rows.length) })}</h2>
              {addButton}
            </header>
            <Companies rows={rows} at={entry.id} meta={meta} group={group} />
            {group.hiddenAbove && <p className={styles.note}>{t('group.hidden_above')}</p>}
            {rows.some(({ depth }) => depth >= REACH) && (
              <p className={styles.note}>{t('group.reach', { n: REACH })}</p>
            )}
            {group.more && <More n={MOST} />}
          </section>
        </>
      )}
      {adding && (
        <Suspense fallback={null}>
          <CreateDrawer
            meta={meta}
            preset={{ parent: { id: entry.id, label: calledOf(meta, entry) } }}
            stay
            onClose={() => add(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
