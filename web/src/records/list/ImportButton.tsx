import { Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import { LinkButton } from '@/ui/LinkButton';
import { useNarrow } from '@/ui/useNarrow';

/** Whether the person may bring in records of the object. */
export const mayImport = ({ can }: ObjectMeta): boolean =>
  can.import === true && (can.create === true || can.update === true);

/** Where a file of records is brought in. */
export const importPath = ({ name }: ObjectMeta): string => `/import/new?object=${name}`;

/** Leads there; on the phone it stands among what can be done with the view. */
export function ImportButton({ meta }: { meta: ObjectMeta }) {
  const { t } = useTranslation('list');
  const narrow = useNarrow();
  if (narrow || !mayImport(meta)) {
    return null;
  }
  return (
    <LinkButton to={importPath(meta)} icon={<Upload size={16} aria-hidden />}>
      {t('import')}
    </LinkButton>
  );
}
