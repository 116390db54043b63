import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { say, useObjects, type ObjectBrief } from '@/lib/meta';
import { Tag } from '@/ui/Tag';
import { PageHead } from '../PageHead';
import { Search } from '../Search';
import styles from '../settings.module.css';
import { deletedObjectsQuery, restoreObject } from './api';
import { DeletedList } from './DeletedList';
import { Sign } from './Looks';
import { ObjectDrawer } from './ObjectDrawer';

/** All that the company keeps records of: its own objects, then those that Hemai brought. */
export function ObjectsPage() {
  const { t } = useTranslation('settings');
  const objects = useObjects();
  const { data: deleted = [] } = useQuery(deletedObjectsQuery);
  const [text, setText] = useState('');
  const [adding, add] = useState(false);
  const said = text.trim().toLowerCase();
  const shown = objects.filter(
    (o) =>
      !o.personal &&
      !o.traits.some((trait) => trait === 'unrecorded' || trait === 'read_only' || trait === 'shape') &&
      `${Object.values(o.label).join(' ')} ${o.name}`.toLowerCase().includes(said),
  );
  const own = shown.filter((o) => o.custom);
  const delivered = shown.filter((o) => !o.custom);
  return (
    <div className={styles.page}>
      <PageHead title={t('objects.title')} lead={t('objects.lead')}>
        <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => add(true)}>
          {t('object.new')}
        </Button>
      </PageHead>
      <div className={styles.tools}>
        <Search label={t('objects.search')} value={text} onChange={setText} />
      </div>
      {shown.length === 0 && <p className={styles.hint}>{t('none_found', { text })}</p>}
      <Group heading={t('objects.own')} objects={own} />
      <Group heading={t('objects.delivered')} objects={delivered} />
      <DeletedList deleted={deleted} onRestore={restoreObject} />
      {adding && <ObjectDrawer onClose={() => add(false)} />}
    </div>
  );
}

function Group({ heading, objects }: { heading: string; objects: ObjectBrief[] }) {
  const { t } = useTranslation('settings');
  if (objects.length === 0) {
    return null;
  }
  return (
    <section aria-label={heading}>
      <h2 className={styles.heading}>{heading}</h2>
      <ul className={styles.rows}>
        {objects.map((object) => (
          <li key={object.name} className={styles.row}>
            <Sign object={object} className={styles.sign} />
            <span className={styles.what}>
              <Link to={`/settings/objects/${object.name}`} className={styles.name}>
                {say(object.label)}
              </Link>
              <span className={styles.code}>{object.name}</span>
            </span>
            {object.traits.includes('line') && (
              <Tag seed="line" colour="grey">
                {t('objects.line')}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
