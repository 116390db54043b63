import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf, objectQuery, say, type ObjectBrief } from '@/lib/meta';
import {
  columns,
  following,
  granting,
  grantOf,
  isReach,
  OTHERS,
  rights,
  scopesOf,
  withField,
  type FieldRight,
  type Role,
} from './grants';
import styles from './RolePage.module.css';
import { ScopeCell } from './ScopeCell';

interface Props {
  role: Role;
  object: string;
  brief?: ObjectBrief;
  fixed: boolean;
  onChange: (role: Role) => void;
}

/** What the role allows with one object; opened, with each of its fields. */
export function GrantRow({ role, object, brief, fixed, onChange }: Props) {
  const { t } = useTranslation('settings');
  const [open, show] = useState(false);
  const granted = brief ?? { name: object };
  const { grant, own } = grantOf(role, granted);
  const label = brief ? say(brief.label) : t('role.others');
  const limits = Object.keys(role.fields ?? {}).filter((path) => path.startsWith(`${object}.`)).length;
  return (
    <>
      <tr data-inherited={!own}>
        <th scope="row">
          {object === OTHERS ? (
            <span className={styles.others}>{label}</span>
          ) : (
            <button type="button" className={styles.object} aria-expanded={open} onClick={() => show(!open)}>
              <ChevronRight size={14} aria-hidden />
              {label}
              {limits > 0 && (
                <span className={styles.limits}>{t('role.limits', { count: limits, n: limits })}</span>
              )}
            </button>
          )}
          {own && object !== OTHERS && !fixed && (
            <button
              type="button"
              className={styles.back}
              aria-label={t('role.follow_n', { name: label })}
              title={t('role.follow')}
              onClick={() => onChange(following(role, object))}
            >
              <Undo2 size={14} aria-hidden />
            </button>
          )}
        </th>
        {columns.map((column) => {
          const says = `${label}, ${t(`role.column.${column}`)}`;
          if (!isReach(column)) {
            return (
              <td key={column}>
                <input
                  type="checkbox"
                  className={styles.check}
                  aria-label={says}
                  disabled={fixed}
                  checked={grant[column] === true}
                  onChange={(event) => onChange(granting(role, granted, { [column]: event.target.checked }))}
                />
              </td>
            );
          }
          return (
            <ScopeCell
              key={column}
              object={object}
              grant={grant}
              column={column}
              scopes={scopesOf(granted)}
              title={`${label} · ${t(`role.column.${column}`)}`}
              label={says}
              fixed={fixed}
              onChange={(said) => onChange(granting(role, granted, { [column]: said }))}
            />
          );
        })}
      </tr>
      {open && <FieldRights role={role} object={object} fixed={fixed} onChange={onChange} />}
    </>
  );
}

/** The rights on an object's fields. */
function FieldRights({ role, object, fixed, onChange }: Props) {
  const { t } = useTranslation('settings');
  const { data: meta } = useQuery(objectQuery(object));
  const fields = meta ? fieldsOf(meta).filter(({ name }) => name !== 'id' && name !== 'version') : [];
  return (
    <tr className={styles.opened}>
      <td colSpan={columns.length + 1}>
        <ul aria-label={t('role.fields')} className={styles.fields}>
          {fields.map((field) => {
            const path = `${object}.${field.name}`;
            const right = role.fields?.[path] ?? 'write';
            return (
              <li key={field.name}>
                <span className={styles.field}>{say(field.label)}</span>
                <select
                  className={styles.scope}
                  aria-label={t('role.right_of', { field: say(field.label) })}
                  data-scope={right}
                  disabled={fixed}
                  value={right}
                  onChange={(event) => onChange(withField(role, path, event.target.value as FieldRight))}
                >
                  {rights.map((each) => (
                    <option key={each} value={each}>
                      {t(`role.right.${each}`)}
                    </option>
                  ))}
                </select>
              </li>
            );
          })}
        </ul>
      </td>
    </tr>
  );
}
