import { useQuery } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, remember } from '@/lib/choices';
import { useSettled } from '@/lib/useSettled';
import type { SharedWith } from '@/lib/sharing';
import { Face } from '@/ui/Face';
import { PickList, type Pick as Offer } from '@/ui/PickList';

type Whom = Pick<SharedWith, 'user' | 'department'>;

interface Props {
  /** With whom it is shared already. */
  known: Whom[];
  onPick: (whom: Whom) => void;
  onBack: () => void;
}

interface Item extends Offer {
  whom: Whom;
}

const useFound = (object: string, text: string) =>
  useQuery({
    queryKey: ['records', object, 'choices', text],
    queryFn: ({ signal }) => choices(object, text, signal),
    placeholderData: (before) => before,
  });

/** Chooses a colleague or a department. */
export function Invite({ known, onPick, onBack }: Props) {
  const { t } = useTranslation('views');
  const { t: common } = useTranslation();
  const [text, type] = useState('');
  const settled = useSettled(text.trim(), 150);
  const people = useFound('user', settled);
  const departments = useFound('department', settled);
  const items: Item[] = [
    ...(people.data ?? []).map(({ id, label }) => ({
      key: id,
      label,
      icon: <Face name={label} />,
      group: t('people'),
      whom: { user: id, department: null },
    })),
    ...(departments.data ?? []).map(({ id, label }) => ({
      key: id,
      label,
      icon: <Building2 size={16} strokeWidth={1.5} aria-hidden />,
      group: t('departments'),
      whom: { user: null, department: id },
    })),
  ].filter(({ key }) => !known.some(({ user, department }) => user === key || department === key));
  return (
    <PickList<Item>
      autoFocus
      items={items}
      text={text}
      onText={type}
      placeholder={t('invite_search')}
      empty={common(people.isPending || departments.isPending ? 'loading' : 'nothing_found')}
      back={t('share')}
      onBack={onBack}
      onPick={({ key, label, whom }) => {
        remember(whom.user ? 'user' : 'department', { id: key, label });
        onPick(whom);
      }}
    />
  );
}
