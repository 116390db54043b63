import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Ellipsis, Network, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { treeOf } from '@/lib/departments';
import { remove, restore, type Values } from '@/lib/changes';
import { objectQuery } from '@/lib/meta';
import { everyOf, recordsKey, type Entry } from '@/lib/records';
import { Menu } from '@/ui/Menu';
import { Notice } from '@/ui/Notice';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { PageHead } from '../PageHead';
import styles from '../settings.module.css';
import { DepartmentDrawer } from './DepartmentDrawer';
import { called } from './PersonRow';

const STEP = 24;

const departmentsQuery = queryOptions({
  queryKey: [...recordsKey('department'), 'settings'],
  queryFn: ({ signal }) =>
    everyOf('department', { fields: ['name', 'parent', 'manager', 'calendar'] }, signal),
});

interface Open {
  department?: Entry;
  preset?: Values;
}

/** The company from the top downwards. */
export function DepartmentsPage() {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const [open, show] = useState<Open>();
  const { data: meta } = useQuery(objectQuery('department'));
  const { data: entries, error } = useQuery(departmentsQuery);
  if (error && !entries) {
    throw error;
  }
  const byId = new Map(entries?.map((entry) => [entry.id, entry]));
  const again = () => queries.invalidateQueries({ queryKey: recordsKey('department') });
  const drop = async (department: Entry) => {
    try {
      await remove('department', department);
      await again();
      toast.done(t('department.deleted', { name: String(department.name) }), {
        undo: () => void restore('department', department.id).then(again).catch(tell),
      });
    } catch (refused) {
      tell(refused);
    }
  };
  const add = (
    <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => show({})}>
      {t('department.add')}
    </Button>
  );
  return (
    <div className={styles.page}>
      <PageHead title={t('nav.departments')} lead={t('department.lead')}>
        {entries && entries.length > 0 && add}
      </PageHead>
      {!entries ? (
        <Waiting lines={6} />
      ) : entries.length === 0 ? (
        <Notice title={t('department.none')} act={add} />
      ) : (
        <ul aria-label={t('nav.departments')} className={styles.rows}>
          {treeOf(entries).map(({ id, name, depth }) => {
            const department = byId.get(id);
            return (
              department && (
                <li key={id} className={styles.row} style={{ paddingInlineStart: 8 + depth * STEP }}>
                  <Network size={16} strokeWidth={1.5} aria-hidden />
                  <span className={styles.what}>
                    <button type="button" className={styles.name} onClick={() => show({ department })}>
                      {name}
                    </button>
                  </span>
                  <span className={styles.cell}>{called(department.manager)}</span>
                  <span className={styles.acts}>
                    <Menu
                      label={t('more_of', { name })}
                      items={[
                        { key: 'edit', label: t('edit'), run: () => show({ department }) },
                        {
                          key: 'below',
                          label: t('department.add_below'),
                          run: () => show({ preset: { parent: { id, label: name } } }),
                        },
                        {
                          key: 'delete',
                          label: t('department.delete'),
                          danger: true,
                          apart: true,
                          run: () => void drop(department),
                        },
                      ]}
                    >
                      <Ellipsis size={16} aria-hidden />
                    </Menu>
                  </span>
                </li>
              )
            );
          })}
        </ul>
      )}
      {meta && open && <DepartmentDrawer meta={meta} {...open} onClose={() => show(undefined)} />}
    </div>
  );
}
