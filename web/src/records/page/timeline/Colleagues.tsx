import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '@/lib/choices';
import { useSettled } from '@/lib/useSettled';
import { Face } from '@/ui/Face';
import { Floating } from '@/ui/Floating';
import { PickList } from '@/ui/PickList';

interface Props {
  anchor: HTMLElement;
  onPick: (person: { id: string; label: string }) => void;
  onClose: () => void;
}

/** Picks the colleague who is named. */
export function Colleagues({ anchor, onPick, onClose }: Props) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const [text, type] = useState('');
  const settled = useSettled(text.trim(), 120);
  const { data = [] } = useQuery({
    queryKey: ['records', 'user', 'choices', settled],
    queryFn: ({ signal }) => choices('user', settled, signal),
    placeholderData: (before) => before,
  });
  return (
    <Floating anchor={anchor} label={t('name_colleague')} width={240} onClose={onClose}>
      <PickList
        autoFocus
        items={data.map((each) => ({
          key: each.id,
          label: each.label,
          icon: <Face name={each.label} />,
        }))}
        text={text}
        onText={type}
        onPick={(item) => onPick({ id: item.key, label: item.label })}
        onBack={onClose}
        back={common('close')}
        placeholder={t('name_colleague')}
        empty={common('nothing_found')}
      />
    </Floating>
  );
}
