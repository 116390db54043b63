import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Show } from '@/fields/Show';
import { choiceName, fieldOf, type ObjectMeta } from '@/lib/meta';
import { PeekLink } from '@/records/peek/PeekLink';
import { Face } from '@/ui/Face';
import { Menu } from '@/ui/Menu';
import { Superior } from './Superior';
import { rolesOf, type Person } from './people';
import styles from './people.module.css';

export interface CardProps {
  person: Person;
  people: Person[];
  /** Of contacts, and of the parts they play in deals, for who may read these. */
  meta: ObjectMeta;
  roleMeta: ObjectMeta | undefined;
  onBelow?: (person: Person) => void;
}

/** A person with what they do and decide. */
export function Card({ person, people, meta, roleMeta, onBelow }: CardProps) {
  const { t } = useTranslation('account');
  const [moving, move] = useState<HTMLElement | null>(null);
  const [place, stand] = useState<HTMLElement | null>(null);
  const { entry, name, parts } = person;
  const line = fieldOf(meta, 'reports_to');
  const movable =
    meta.can.update === true && line?.access === 'write' && !line.read_only && people.length > 1;
  const role = fieldOf(meta, 'decision_role');
  const attitude = roleMeta && fieldOf(roleMeta, 'attitude');
  const [first] = parts;
  const items = [
    ...(onBelow ? [{ key: 'below', label: t('people.add_below'), run: () => onBelow(person) }] : []),
    ...(movable ? [{ key: 'move', label: t('people.change_superior'), run: () => move(place) }] : []),
  ];
  const does = [entry.title, entry.org_unit].filter((each) => typeof each === 'string' && each !== '');
  return (
    <div ref={stand} className={styles.card}>
      <Face name={name} size={32} />
      <span className={styles.who}>
        <PeekLink object="contact" id={person.id} className={styles.name ?? ''}>
          {name}
        </PeekLink>
        <span className={styles.does}>{does.join(' · ')}</span>
      </span>
      {items.length > 0 && (
        <span className={styles.menu}>
          <Menu label={t('people.acts', { name })} items={items}>
            <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
          </Menu>
        </span>
      )}
      {(rolesOf(person).length > 0 || first) && (
        <span className={styles.parts}>
          {role && rolesOf(person).map((code) => <Show key={code} field={role} value={code} />)}
          {first?.influence && (
            <span className={styles.influence}>
              {t('people.influence', { level: choiceName(roleMeta, 'influence', first.influence) })}
            </span>
          )}
          {attitude && first?.attitude && first.attitude !== 'unknown' && (
            <span className={styles.attitude} data-attitude={first.attitude}>
              {choiceName(roleMeta, 'attitude', first.attitude)}
            </span>
          )}
        </span>
      )}
      {moving && <Superior person={person} people={people} anchor={moving} onClose={() => move(null)} />}
    </div>
  );
}
