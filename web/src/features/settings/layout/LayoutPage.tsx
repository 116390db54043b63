import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { objectQuery, say } from '@/lib/meta';
import { rolesQuery } from '@/lib/views';
import { Waiting } from '@/ui/Waiting';
import { nameOf } from '../roles/grants';
import page from '../settings.module.css';
import { audienceOf, EVERYONE, kinds, layoutFor, layoutsQuery, standing, type Kind } from './api';
import { Designer } from './Designer';
import styles from './Layout.module.css';

const KIND = 'kind';
const ROLE = 'role';

/** How the page or the form of an object's records looks, for everyone or for a role; the address says which. */
export function LayoutPage() {
  const { t } = useTranslation('layout');
  const { object = '' } = useParams();
  const [asked, ask] = useSearchParams();
  const { data: meta, error } = useQuery(objectQuery(object));
  const { data: layouts, error: failed } = useQuery(layoutsQuery(object));
  const { data: roles = [] } = useQuery(rolesQuery);
  if (error && !meta) {
    throw error;
  }
  if (failed && !layouts) {
    throw failed;
  }
  if (!meta || !layouts) {
    return <Waiting lines={10} />;
  }
  const kind: Kind = asked.get(KIND) === 'form' ? 'form' : 'page';
  const role = asked.get(ROLE) ?? EVERYONE;
  const turn = (name: string, value: string, usual: string) =>
    ask(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === usual) {
          after.delete(name);
        } else {
          after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  const layout = layoutFor(layouts, kind, role);
  const called = (name: string) => {
    const found = roles.find((each) => each.name === name);
    return name === EVERYONE ? t('everyone') : found ? nameOf(found) : name;
  };
  const others = layout ? audienceOf(layout).filter((name) => name !== role) : [];
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={page.titles}>
          <p className={page.trail}>
            <Link to={`/settings/objects/${object}`}>{say(meta.label)}</Link>
          </p>
          <h1>{t('title')}</h1>
        </div>
        <div role="radiogroup" aria-label={t('kind')} className={styles.kinds}>
          {kinds.map((each) => (
            <label key={each} className={styles.kind}>
              <input
                type="radio"
                name="kind"
                checked={kind === each}
                onChange={() => turn(KIND, each, 'page')}
              />
              {t(`kinds.${each}`)}
            </label>
          ))}
        </div>
        <label className={styles.role}>
          <span>{t('for')}</span>
          <select value={role} onChange={(event) => turn(ROLE, event.target.value, EVERYONE)}>
            <option value={EVERYONE}>{t('everyone')}</option>
            {roles.map((each) => (
              <option key={each.name} value={each.name}>
                {nameOf(each)}
                {layoutFor(layouts, kind, each.name) ? ` · ${t('own')}` : ''}
              </option>
            ))}
          </select>
        </label>
      </header>
      {others.length > 0 && (
        <p className={page.hint}>{t('also_for', { roles: others.map(called).join(t('comma')) })}</p>
      )}
      <Designer
        key={`${object} ${kind} ${role} ${layout?.id ?? ''}`}
        meta={meta}
        kind={kind}
        role={role}
        forWhom={called(role)}
        layout={layout}
        published={standing(meta, layouts, kind, role, t('first_section'))}
      />
    </div>
  );
}
