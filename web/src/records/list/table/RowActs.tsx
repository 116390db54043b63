import { Mail, PanelRightOpen, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { IconButton, IconLink } from '@/ui/IconButton';
import { usePeek } from '../../peek/usePeek';
import { contactOf } from '../../contact';

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  /** What the record is called. */
  name: string;
}

/** What is wanted of a row without opening it: calling, writing, a look. */
export function RowActs({ meta, entry, name }: Props) {
  const { t } = useTranslation('list');
  const { peeked, open } = usePeek();
  const { tel, mail } = contactOf(meta, entry);
  return (
    <>
      {tel !== undefined && (
        <IconLink to={`tel:${tel}`} small label={t('call', { name })} hint={tel}>
          <Phone size={16} strokeWidth={1.5} aria-hidden />
        </IconLink>
      )}
      {mail !== undefined && (
        <IconLink to={`mailto:${mail}`} small label={t('write', { name })} hint={mail}>
          <Mail size={16} strokeWidth={1.5} aria-hidden />
        </IconLink>
      )}
      <IconButton
        small
        label={t('peek', { name })}
        hint={t('peek_short')}
        aria-expanded={peeked?.id === entry.id}
        onClick={() => open(meta.name, entry.id)}
      >
        <PanelRightOpen size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </>
  );
}
