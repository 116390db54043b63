import { Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import { LinkButton } from '@/ui/LinkButton';

/** Whether the person may bring in records of the object. */
export const mayImport = ({ can }: ObjectMeta): boolean =>
  can.import === true && (can.create === true || can.update === true);

/** Leads to where a file of records is brought in. */
export function ImportButton({ meta }: { meta: ObjectMeta }) {
  const { t } = useTranslation('list');
  if (!mayImport(meta)) {
    return null;
  }
  return (
    <LinkButton to={`/import/new?object=${meta.name}`} icon={<Upload size={16} aria-hidden />}>
      {t('import')}
    </LinkButton>
  );
}
