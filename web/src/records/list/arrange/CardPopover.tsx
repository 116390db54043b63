import { useTranslation } from 'react-i18next';
import { cardFields, usualOnCard } from '../../board/cardFields';
import type { View } from '../views/useView';
import { FieldsPopover, type Popover } from './FieldsPopover';

/** What the cards of a board tell besides the name. */
export default function CardPopover({ view, ...popover }: Popover & { view: View }) {
  const { t } = useTranslation('list');
  const usual = view.by ? usualOnCard(cardFields(popover.meta, view.by)) : [];
  return (
    <FieldsPopover
      {...popover}
      label={t('card')}
      add={t('card_add')}
      fields={view.card ?? usual}
      onChange={(paths) => view.change({ card: paths && paths.length > 0 ? paths : undefined })}
    />
  );
}
