import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { objectQuery } from '@/lib/meta';
import { Sentence } from '@/records/list/filter/Sentence';
import { OTHERS, scopeOf, type Grant, type Reach, type Scope } from './grants';
import { readReach, type writeReach } from './reachOf';
import { ScopeDrawer } from './ScopeDrawer';
import table from './RolePage.module.css';
import styles from './Scope.module.css';

interface Props {
  object: string;
  grant: Grant;
  column: Reach;
  /** How far it can reach, in words. */
  scopes: readonly Exclude<Scope, 'custom'>[];
  title: string;
  /** What the cell stands for, aloud. */
  label: string;
  fixed: boolean;
  onChange: (said: ReturnType<typeof writeReach>) => void;
}

/** How far a right reaches: in a word, or, where it is put together, as a sentence that opens its editor. */
export function ScopeCell({ object, grant, column, scopes, title, label, fixed, onChange }: Props) {
  const { t } = useTranslation('settings');
  const [editing, edit] = useState(false);
  const scope = scopeOf(grant, column);
  const custom = scope === 'custom';
  const choices = [...scopes, ...(custom || object !== OTHERS ? (['custom'] as const) : [])];
  return (
    <td>
      <select
        className={table.scope}
        aria-label={label}
        data-scope={scope}
        disabled={fixed}
        value={scope}
        onChange={({ target: { value } }) => (value === 'custom' ? edit(true) : onChange(value))}
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {t(each === 'custom' && !custom ? 'role.scope.custom_new' : `role.scope.${each}`)}
          </option>
        ))}
      </select>
      {custom && (
        <button
          type="button"
          className={styles.says}
          aria-label={t('reach.edit', { name: label })}
          disabled={fixed}
          onClick={() => edit(true)}
        >
          <Said object={object} said={grant[column]} />
        </button>
      )}
      {editing && (
        <ScopeDrawer
          title={title}
          object={object}
          said={grant[column]}
          onSave={onChange}
          onClose={() => edit(false)}
        />
      )}
    </td>
  );
}

/** What was put together, one after the other. */
function Said({ object, said }: { object: string; said: unknown }) {
  const { t } = useTranslation('settings');
  const { t: filter } = useTranslation('filter');
  const { data: meta } = useQuery(objectQuery(object));
  const { level, filters } = readReach(said);
  return (
    <>
      {level !== 'none' && t(`role.scope.${level}`)}
      {meta &&
        filters.map((each, i) => (
          <Fragment key={i}>
            {(i > 0 || level !== 'none') && ` ${filter('or')} `}
            <Sentence meta={meta} filter={each} />
          </Fragment>
        ))}
    </>
  );
}
