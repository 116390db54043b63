import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Show } from '@/fields/Show';
import { Unseen } from '@/fields/Unseen';
import { isEmpty } from '@/fields/values';
import { answered, api, isLost } from '@/lib/api';
import { number } from '@/lib/format';
import { lazy, prepare } from '@/lib/lazy';
import { fieldOf, objectQuery, say, type Field, type ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry, type Filter, type Page } from '@/lib/records';
import { Face } from '@/ui/Face';
import { IconButton } from '@/ui/IconButton';
import { Unread } from '@/ui/Unread';
import { groupId } from '../editing/groupId';
import { aboutMark } from '../writing/about';
import { listPath } from '../list/address';
import { tickOf } from '../ownTick';
import { labelOf, textOf } from '../values';
import { Tick } from '../Tick';
import { PeekLink } from '../peek/PeekLink';
import { calledBy, formable, headingOf, namingOf, orderOf, tellingOf, type Relation } from './related';
import { useAddingUp } from './useAddingUp';
import styles from './Related.module.css';

const load = () => import('../form/CreateDrawer');
const CreateDrawer = lazy(() => load().then((module) => ({ default: module.CreateDrawer })));

const FEW = 5;
/** The field by which lines stand in an order, which is that in which they are added. */
const PLACE = 'position';

interface Props {
  of: ObjectMeta;
  entry: Entry;
  relation: Relation;
}

/** How many records of an object belong here, the first of them, and a way to add one. */
export function RelatedList({ of, entry, relation }: Props) {
  const { t } = useTranslation('record');
  const { data: meta, error: unknown, refetch: learn } = useQuery(objectQuery(relation.object));
  const filter: Filter = { field: relation.field, op: 'eq', value: entry.id };
  const ticked = meta && tickOf(meta);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [...recordsKey(relation.object), 'related', relation.field, entry.id],
    enabled: meta !== undefined,
    queryFn: async ({ signal }): Promise<Page> =>
      await answered(
        api.POST('/api/v1/records/{object}/query', {
          params: { path: { object: relation.object } },
          body: {
            filter,
            sort: meta ? orderOf(meta) : [],
            limit: FEW,
            count: 'exact',
            fields: meta
              ? [
                  namingOf(meta, relation.field),
                  ...tellingOf(meta, relation.field).map((f) => f.name),
                  ...(ticked ? [ticked.done] : []),
                ]
              : [],
          },
          signal,
        }),
      ),
  });
  const [adding, add] = useState(false);
  const id = groupId(relation.object, relation.field);
  const group = useRef<HTMLElement>(null);
  const { hash } = useLocation();
  const read = data !== undefined;
  useEffect(() => {
    if (read && hash === `#${id}`) {
      group.current?.focus();
    }
  }, [read, hash, id]);
  const count = data?.count?.value ?? data?.items.length ?? 0;
  const label = meta ? headingOf(of, meta, relation) : '';
  const sum = useAddingUp(of, entry, relation, { lines: label, first: count === 0 });
  if (!meta) {
    return unknown && !isLost(unknown) && <Unread error={unknown} retry={() => void learn()} />;
  }
  const link = fieldOf(meta, relation.field);
  const addable =
    meta.can.create === true &&
    link !== undefined &&
    !link.read_only &&
    link.access === 'write' &&
    formable(meta);
  if (!data) {
    return (
      error &&
      !isLost(error) && (
        <section aria-label={label} className={styles.group}>
          <h3 className={styles.name}>{label}</h3>
          <Unread error={error} busy={isFetching} retry={() => void refetch()} />
        </section>
      )
    );
  }
  if (count === 0 && !addable) {
    return null;
  }
  const all = listPath(relation.object, filter);
  return (
    <section ref={group} id={id} tabIndex={-1} aria-label={label} className={styles.group}>
      <header className={styles.head}>
        <h3 className={styles.name}>
          {count > 0 ? <Link to={all}>{label}</Link> : label}
          <span className={styles.count}>{number(count)}</span>
        </h3>
        {addable && (
          <IconButton
            small
            label={t('add_related', { object: say(meta.label) })}
            onPointerEnter={() => prepare(load)}
            onClick={() => add(true)}
          >
            <Plus size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        )}
      </header>
      {data.items.length > 0 && (
        <ul className={styles.items}>
          {data.items.map((item) => (
            <Item key={item.id} meta={meta} item={item} by={relation.field} />
          ))}
        </ul>
      )}
      {count > FEW && (
        <Link to={all} className={styles.all}>
          {t('all_related', { n: number(count) })}
        </Link>
      )}
      {adding && (
        <Suspense fallback={null}>
          <CreateDrawer
            meta={meta}
            preset={{ [relation.field]: { id: entry.id, label: textOf(entry[of.name_field]) } }}
            stay
            {...(sum && { known: [relation.field, PLACE], hint: sum.hint, undo: sum.undo })}
            onClose={() => add(false)}
          />
        </Suspense>
      )}
    </section>
  );
}

/** Whether it leads to what the person may not see. */
const isHidden = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'hidden' in value;

function Item({ meta, item, by }: { meta: ObjectMeta; item: Entry; by: string }) {
  const name = calledBy(meta, item, by);
  const tick = tickOf(meta);
  return (
    <li className={styles.item} {...aboutMark(meta.name, item.id)}>
      {tick && <Tick meta={meta} entry={item} tick={tick} name={name} />}
      <PeekLink object={meta.name} id={item.id} className={styles.called ?? ''}>
        {name !== '' ? name : isHidden(item[namingOf(meta, by)]) ? <Unseen /> : '—'}
      </PeekLink>
      <span className={styles.telling}>
        {tellingOf(meta, by)
          .filter((field) => !isEmpty(item[field.name]))
          .map((field) => (
            <Brief key={field.name} field={field} value={item[field.name]} />
          ))}
      </span>
    </li>
  );
}

/** A value where there is little room: a person as a face alone. */
function Brief({ field, value }: { field: Field; value: unknown }) {
  const person = field.type === 'user' ? labelOf(value) : '';
  return person === '' ? (
    <Show field={field} value={value} />
  ) : (
    <span title={person}>
      <Face name={person} />
      <span className="sr-only">{person}</span>
    </span>
  );
}
