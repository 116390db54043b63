import { Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import { LinkButton } from '@/ui/LinkButton';

/** Leads to where a file of records is brought in. */
export function ImportButton({ meta }: { meta: ObjectMeta }) {
  const { t } = useTranslation('list');
  if (!meta.can.import || !(meta.can.create || meta.can.update)) {
    return null;
  }
  return (
    <LinkButton to={`/import/new?object=${meta.name}`} icon={<Upload size={16} aria-hidden />}>
      {t('import')}
    </LinkButton>
  );
}
