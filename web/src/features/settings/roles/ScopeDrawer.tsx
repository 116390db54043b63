import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { objectQuery } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { FilterBar } from '@/records/list/filter/FilterBar';
import { IconButton } from '@/ui/IconButton';
import { Waiting } from '@/ui/Waiting';
import { FormDrawer } from '../FormDrawer';
import { Part } from '../Part';
import { scopes } from './grants';
import { readReach, writeReach, type Level } from './reachOf';
import styles from './Scope.module.css';

interface Props {
  title: string;
  object: string;
  /** What the role says so far. */
  said: unknown;
  onSave: (said: ReturnType<typeof writeReach>) => void;
  onClose: () => void;
}

interface Row {
  key: number;
  filter: Filter | undefined;
}

const none = {};

/** Edits how far a right reaches: by whose records they are, and by filters that each add some. */
export function ScopeDrawer({ title, object, said, onSave, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { data: meta } = useQuery(objectQuery(object));
  const before = readReach(said);
  const [level, setLevel] = useState<Level>(before.level === 'all' ? 'own' : before.level);
  const [rows, setRows] = useState<Row[]>(() => {
    const filters: (Filter | undefined)[] = before.filters.length > 0 ? before.filters : [undefined];
    return filters.map((filter, key) => ({ key, filter }));
  });
  const save = () => {
    const filters = rows.flatMap(({ filter }) => (filter ? [filter] : []));
    onSave(writeReach({ level, filters }));
    onClose();
  };
  return (
    <FormDrawer title={title} save={t('reach.save')} onSave={save} onClose={onClose}>
      <Part label={t('reach.whose')}>
        <Radio.Group
          aria-label={t('reach.whose')}
          className={styles.levels ?? ''}
          value={level}
          options={scopes
            .filter((each) => each !== 'all')
            .map((value) => ({ value, label: t(value === 'none' ? 'reach.none' : `role.scope.${value}`) }))}
          onChange={(event) => setLevel(event.target.value as Level)}
        />
      </Part>
      <Part label={t('reach.besides')} help={t('reach.besides_help')}>
        {!meta ? (
          <Waiting lines={2} />
        ) : (
          <ul aria-label={t('reach.besides')} className={styles.filters}>
            {rows.map(({ key, filter }, i) => (
              <li key={key} className={styles.filter}>
                <FilterBar
                  meta={meta}
                  refusals={none}
                  view={{
                    filter,
                    filterBy: (to) =>
                      setRows((all) => all.map((each) => (each.key === key ? { key, filter: to } : each))),
                  }}
                />
                {rows.length > 1 && (
                  <IconButton
                    small
                    label={t('reach.drop', { n: i + 1 })}
                    onClick={() => setRows(rows.filter((each) => each.key !== key))}
                  >
                    <X size={14} aria-hidden />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        )}
        <div>
          <Button
            size="small"
            type="text"
            icon={<Plus size={14} aria-hidden />}
            onClick={() =>
              setRows([...rows, { key: Math.max(0, ...rows.map(({ key }) => key)) + 1, filter: undefined }])
            }
          >
            {t('reach.more')}
          </Button>
        </div>
      </Part>
    </FormDrawer>
  );
}
