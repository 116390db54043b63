import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy, prepare } from '@/lib/lazy';
import { say, type ObjectMeta } from '@/lib/meta';
import { useKeys } from '@/ui/keys';

const load = () => import('../../form/CreateDrawer');
const CreateDrawer = lazy(() => load().then((module) => ({ default: module.CreateDrawer })));

/** Opens the form of a new record; `c` does the same. */
export function CreateButton({ meta }: { meta: ObjectMeta }) {
  const { t } = useTranslation('form');
  const [open, show] = useState(false);
  useKeys('view', meta.can.create ? { create: () => show(true) } : {});
  if (!meta.can.create) {
    return null;
  }
  return (
    <>
      <Button
        type="primary"
        icon={<Plus size={16} aria-hidden />}
        onPointerEnter={() => prepare(load)}
        onClick={() => show(true)}
      >
        {t('new', { object: say(meta.label) })}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <CreateDrawer meta={meta} onClose={() => show(false)} />
        </Suspense>
      )}
    </>
  );
}
