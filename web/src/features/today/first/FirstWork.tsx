import { Button } from 'antd';
import { Plus, Upload } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy, prepare } from '@/lib/lazy';
import { say } from '@/lib/meta';
import { listPath } from '@/records/list/address';
import { importPath, mayImport } from '@/records/list/ImportButton';
import { LinkButton } from '@/ui/LinkButton';
import { Notice } from '@/ui/Notice';
import { openLeads, type Metas } from '../wanted';
import styles from './FirstWork.module.css';

const load = () => import('@/records/form/CreateDrawer');
const CreateDrawer = lazy(() => load().then((module) => ({ default: module.CreateDrawer })));

/** What somebody can begin with who never had anything to do here, as far as the person's rights go. */
export function FirstWork({ metas }: { metas: Metas }) {
  const { t } = useTranslation('today');
  const [making, make] = useState(false);
  const { lead } = metas;
  const other = metas.opportunity ?? metas.account;
  return (
    <>
      <Notice
        title={t('begin.title')}
        hint={t('begin.hint')}
        act={
          <span className={styles.ways}>
            {lead?.can.create && (
              <Button
                type="primary"
                icon={<Plus size={16} aria-hidden />}
                onPointerEnter={() => prepare(load)}
                onClick={() => make(true)}
              >
                {t('begin.make', { object: say(lead.label) })}
              </Button>
            )}
            {lead && mayImport(lead) && (
              <LinkButton to={importPath(lead)} icon={<Upload size={16} aria-hidden />}>
                {t('begin.import', { object: say(lead.plural) })}
              </LinkButton>
            )}
            {lead ? (
              <LinkButton to={listPath(lead.name, openLeads)}>
                {t('begin.open', { object: say(lead.plural) })}
              </LinkButton>
            ) : (
              other && (
                <LinkButton to={listPath(other.name)}>
                  {t('empty.act', { object: say(other.plural) })}
                </LinkButton>
              )
            )}
          </span>
        }
      />
      <Suspense fallback={null}>
        {making && lead && <CreateDrawer meta={lead} onClose={() => make(false)} />}
      </Suspense>
    </>
  );
}
