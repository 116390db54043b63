import { Check, ChevronDown, Plus } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import { Menu } from '@/ui/Menu';
import { useReach } from '../reach';
import { ConditionChip, OpaqueChip, Remove } from './Chip';
import { conditionsOf, type Chip, type Group, type How } from './chips';
import { keyOf, type Refusals } from './refusals';
import { drop, fits, sameSlot, turn, type Slot } from './slots';
import styles from './Filter.module.css';

interface Props {
  meta: ObjectMeta;
  chips: Chip[];
  /** What of the filter the server does not take. */
  refusals: Refusals;
  /** Where something is being changed. */
  editing: Slot | undefined;
  onEdit: (slot: Slot, anchor: HTMLElement) => void;
  onSet: (chips: Chip[]) => void;
}

const hows: How[] = ['all', 'any', 'none'];

/** The conditions as chips; groups of them, and groups in groups, as frames around theirs. */
export function Chips({ meta, chips, refusals, editing, onEdit, onSet }: Props) {
  const reach = useReach(
    meta,
    conditionsOf(chips).map((condition) => condition.field),
  );
  const draw = (chip: Chip, slot: Slot) => {
    const remove = () => onSet(drop(chips, slot));
    switch (chip.kind) {
      case 'one':
        return (
          <ConditionChip
            condition={chip.condition}
            reached={reach(chip.condition.field)}
            reason={refusals[keyOf(chip.condition)]}
            open={sameSlot(editing, slot)}
            onOpen={(anchor) => onEdit(slot, anchor)}
            onRemove={remove}
          />
        );
      case 'opaque':
        return <OpaqueChip reason={refusals[keyOf(chip.filter)]} onRemove={remove} />;
      case 'group':
        return (
          <GroupFrame
            group={chip}
            ways={hows.filter((how) => how !== chip.how && fits(turn(chips, slot, how)))}
            draw={(each, i) => draw(each, [...slot, i])}
            onTurn={(how) => onSet(turn(chips, slot, how))}
            onAdd={(anchor) => onEdit([...slot, chip.of.length], anchor)}
            onRemove={remove}
          />
        );
    }
  };
  return chips.map((chip, i) => <Fragment key={i}>{draw(chip, [i])}</Fragment>);
}

interface FrameProps {
  group: Group;
  /** What else it may be. */
  ways: How[];
  draw: (chip: Chip, i: number) => React.ReactNode;
  onTurn: (how: How) => void;
  onAdd: (anchor: HTMLElement) => void;
  onRemove: () => void;
}

function GroupFrame({ group, ways, draw, onTurn, onAdd, onRemove }: FrameProps) {
  const { t } = useTranslation('filter');
  const name = t(group.how);
  return (
    <span role="group" aria-label={name} className={styles.group}>
      <Menu
        label={t('turn', { how: name })}
        className={styles.how}
        align="start"
        items={[group.how, ...ways].map((how) => ({
          key: how,
          label: t(how),
          icon: <Check size={14} aria-hidden visibility={how === group.how ? 'visible' : 'hidden'} />,
          run: () => onTurn(how),
        }))}
      >
        {name}
        <ChevronDown size={14} aria-hidden />
      </Menu>
      {group.of.map((chip, i) => (
        <Fragment key={i}>
          {i > 0 && <span className={styles.or}>{t(group.how === 'all' ? 'also' : 'or')}</span>}
          {draw(chip, i)}
        </Fragment>
      ))}
      <span className={styles.tail}>
        <button
          type="button"
          className={styles.more}
          aria-label={t('add_condition')}
          title={t('add_condition')}
          onClick={(event) => onAdd(event.currentTarget)}
        >
          <Plus size={14} aria-hidden />
        </button>
        <Remove name={name} onRemove={onRemove} />
      </span>
    </span>
  );
}
