import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changed } from '@/lib/changes';
import { recordsKey } from '@/lib/records';
import { useTakeBack } from '@/records/useTakeBack';
import { Floating } from '@/ui/Floating';
import { PickList } from '@/ui/PickList';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { superiorsFor, type Person } from './people';

interface Props {
  person: Person;
  people: Person[];
  anchor: HTMLElement;
  onClose: () => void;
}

/** Says whom somebody reports to. */
export function Superior({ person, people, anchor, onClose }: Props) {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const takeBack = useTakeBack();
  const [text, type] = useState('');
  const refresh = () => queries.invalidateQueries({ queryKey: recordsKey('contact') });
  const put = async (above: string | null) => {
    onClose();
    if (above === (person.above ?? null)) {
      return;
    }
    try {
      const after = await changed(queries, 'contact', person.entry, { reports_to: above }).finally(refresh);
      toast.done(t('people.superior_changed', { name: person.name }), {
        undo: () => void takeBack('contact', after, { reports_to: person.above ?? null }).catch(tell),
      });
    } catch (refused) {
      tell(refused);
    }
  };
  const items = [
    { key: '', label: t('people.no_superior'), current: person.above === undefined },
    ...superiorsFor(person, people).map(({ id, name, entry }) => ({
      key: id,
      label: name,
      current: id === person.above,
      ...(typeof entry.title === 'string' && { drawn: `${name} · ${entry.title}` }),
    })),
  ].filter(({ label }) => label.includes(text.trim()));
  return (
    <Floating anchor={anchor} label={t('people.superior_of', { name: person.name })} onClose={onClose}>
      <PickList
        autoFocus
        items={items}
        text={text}
        onText={type}
        onPick={({ key }) => void put(key === '' ? null : key)}
        placeholder={t('people.superior_of', { name: person.name })}
        empty={common('nothing_found')}
      />
    </Floating>
  );
}
