import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Edit } from '@/fields/Edit';
import type { Among } from '@/fields/fitting';
import { Show } from '@/fields/Show';
import type { Edited } from '@/fields/values';
import { objectQuery, say } from '@/lib/meta';
import type { OwnLines } from '../brought';
import { groupId } from './groupId';
import { useAddedUp, type Of } from './useAddedUp';
import styles from './AddedUp.module.css';

interface Props {
  of: Of;
  lines: OwnLines;
  /** Whether it leads to what is added up; not from where something is being filled in. */
  leads?: boolean;
  ref?: RefObject<HTMLAnchorElement | null>;
  onKeyDown?: (event: KeyboardEvent) => void;
  onBlur?: () => void;
}

/** Says that a value adds up others, and which. */
export function AddedUpHint({ of, lines, leads = false, ...rest }: Props) {
  const { t } = useTranslation('record');
  const { data: meta } = useQuery(objectQuery(of.object));
  const { object, field } = lines;
  const lists = meta?.inverses.find((each) => each.object === object && each.field === field);
  const hint = t('sum_of', { what: say(lists?.label) });
  return leads ? (
    <Link
      {...rest}
      to={{ pathname: `/${of.object}/${of.id}`, search: '?part=related', hash: groupId(object, field) }}
      className={styles.hint}
      onClick={(event) => {
        const page = event.currentTarget.closest('article');
        const group = page?.querySelector<HTMLElement>(`#${groupId(object, field)}`);
        if (group) {
          event.preventDefault();
          group.focus();
        }
      }}
    >
      {hint}
    </Link>
  ) : (
    <span className={styles.hint}>{hint}</span>
  );
}

type Filled = Edited & { among?: Among | undefined; of?: Of | undefined };

/** Lets somebody fill in a value; what adds up others is only shown. */
export function Fill({ of, ...edited }: Filled) {
  const { lines, asking } = useAddedUp(of, edited.field.name);
  if (asking) {
    return <div className={styles.sum} />;
  }
  return of && lines ? (
    <div id={edited.id} className={styles.sum}>
      <Show field={edited.field} value={edited.value} />
      <AddedUpHint of={of} lines={lines} />
    </div>
  ) : (
    <Edit {...edited} />
  );
}
