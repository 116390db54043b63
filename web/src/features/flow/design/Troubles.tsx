import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Alert } from '@/ui/Alert';
import type { Placed } from '../model/errors';
import { cardsOf, type Card, type Definition } from '../model/tree';

interface Props {
  definition: Definition;
  placed: Placed;
  onShow: (card: Card) => void;
}

/** What was refused when the flow was to be saved, and the way to the first of it. */
export function Troubles({ definition, placed: { cards, rest }, onShow }: Props) {
  const { t } = useTranslation('flow');
  const first = cardsOf(definition).find((card) => cards.has(card));
  const count = [...cards.values()].reduce((sum, all) => sum + all.length, 0);
  if (first === undefined && rest.length === 0) {
    return null;
  }
  return (
    <Alert
      kind="danger"
      act={
        first !== undefined && (
          <Button size="small" onClick={() => onShow(first)}>
            {t('first_error')}
          </Button>
        )
      }
    >
      {count > 0 && <p>{t('errors', { count })}</p>}
      {rest.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </Alert>
  );
}
