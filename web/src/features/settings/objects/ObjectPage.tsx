import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ArrowDownUp, Ellipsis, LayoutList, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { everyFieldOf, objectQuery, say, type Field, type ObjectMeta } from '@/lib/meta';
import { Alert } from '@/ui/Alert';
import { LinkButton } from '@/ui/LinkButton';
import { Menu } from '@/ui/Menu';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { Search } from '../Search';
import styles from '../settings.module.css';
import { changeObject, deleteObject, restoreField, restoreObject, type Deleted } from './api';
import { DeletedList } from './DeletedList';
import { FieldDrawer } from './FieldDrawer';
import { FieldRow, PendingRow } from './FieldRow';
import { Sign } from './Looks';
import { ObjectDrawer } from './ObjectDrawer';
import { OrderDrawer } from './OrderDrawer';

const SOON = 2_000;

/** One object with its fields, those that are being made, and those that can be brought back. */
export function ObjectPage() {
  const { object = '' } = useParams();
  const { data: meta, error } = useQuery({
    ...objectQuery(object),
    refetchInterval: ({ state }) =>
      state.data?.pending?.some((each) => each.state === 'building') === true ? SOON : false,
  });
  if (error && !meta) {
    throw error;
  }
  return meta ? <Shown key={object} meta={meta} /> : <Waiting lines={10} />;
}

type Open = 'object' | 'new' | 'order' | Field | undefined;

function Shown({ meta }: { meta: ObjectMeta }) {
  const { t } = useTranslation('settings');
  const [text, setText] = useState('');
  const [open, show] = useState<Open>();
  const said = text.trim().toLowerCase();
  const fits = (field: Field) =>
    `${Object.values(field.label).join(' ')} ${field.name}`.toLowerCase().includes(said);
  const isName = (f: Field) => f.name === meta.name_field;
  const all = everyFieldOf(meta)
    .filter((f) => f.name !== 'id' && f.name !== 'version')
    .sort((a, b) => Number(isName(b)) - Number(isName(a)));
  // what the company made begins with its name
  const isOwn = (f: Field) => f.custom === true || (meta.custom && isName(f));
  const own = all.filter((f) => isOwn(f) && fits(f));
  const delivered = all.filter((f) => !isOwn(f) && fits(f));
  const pending = meta.pending ?? [];
  const going = pending.filter((each) => each.deleted_at === undefined);
  const deleted = pending.filter((each): each is typeof each & Deleted => each.deleted_at !== undefined);
  const rows = (fields: Field[]) =>
    fields.map((field) => <FieldRow key={field.name} meta={meta} field={field} onEdit={() => show(field)} />);
  return (
    <div className={styles.page}>
      <Head meta={meta} onEdit={() => show('object')} />
      {meta.menu === false && (
        <div className={styles.banner}>
          <Alert
            kind="info"
            act={
              <Button size="small" onClick={() => offer(meta, true)}>
                {t('object.offer')}
              </Button>
            }
          >
            {t('object.waits')}
          </Alert>
        </div>
      )}
      <div className={styles.tools}>
        <Search label={t('fields.search')} value={text} onChange={setText} />
        <span style={{ flex: 1 }} />
        <LinkButton to={`/settings/objects/${meta.name}/layout`} icon={<LayoutList size={14} aria-hidden />}>
          {t('layout')}
        </LinkButton>
        <Button icon={<ArrowDownUp size={14} aria-hidden />} onClick={() => show('order')}>
          {t('order.title')}
        </Button>
        <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => show('new')}>
          {t('field.new')}
        </Button>
      </div>
      {own.length + going.length > 0 && (
        <section aria-label={t('fields.own')}>
          <h2 className={styles.heading}>{t('fields.own')}</h2>
          <ul className={styles.rows}>
            {rows(own)}
            {going.map((each) => (
              <PendingRow key={each.name} object={meta.name} field={each} />
            ))}
          </ul>
        </section>
      )}
      {delivered.length > 0 && (
        <section aria-label={t('fields.delivered')}>
          <h2 className={styles.heading}>{t('fields.delivered')}</h2>
          <ul className={styles.rows}>{rows(delivered)}</ul>
        </section>
      )}
      {own.length + going.length + delivered.length === 0 && (
        <p className={styles.hint}>{t('none_found', { text })}</p>
      )}
      <DeletedList deleted={deleted} onRestore={(name) => restoreField(meta.name, name)} />
      {open === 'object' && <ObjectDrawer object={meta} onClose={() => show(undefined)} />}
      {open === 'order' && <OrderDrawer meta={meta} onClose={() => show(undefined)} />}
      {open === 'new' && <FieldDrawer meta={meta} onClose={() => show(undefined)} />}
      {typeof open === 'object' && <FieldDrawer meta={meta} field={open} onClose={() => show(undefined)} />}
    </div>
  );
}

/** Puts the object into menus, or takes it out of them. */
const offer = (meta: ObjectMeta, menu: boolean) => void changeObject(meta.name, { menu }).catch(tell);

function Head({ meta, onEdit }: { meta: ObjectMeta; onEdit: () => void }) {
  const { t } = useTranslation('settings');
  const navigate = useNavigate();
  const label = say(meta.label);
  const remove = async () => {
    try {
      await deleteObject(meta.name);
      await navigate('/settings/objects');
      toast.done(t('object.deleted', { object: label }), {
        undo: () => void restoreObject(meta.name).catch(tell),
      });
    } catch (refused) {
      tell(refused);
    }
  };
  return (
    <header className={styles.head}>
      <Sign object={meta} className={styles.sign} />
      <div className={styles.titles}>
        <p className={styles.trail}>
          <Link to="/settings/objects">{t('objects.title')}</Link>
        </p>
        <h1>{label}</h1>
        <p className={styles.code}>{meta.name}</p>
      </div>
      {meta.can.read && <LinkButton to={`/${meta.name}`}>{t('object.records')}</LinkButton>}
      <Button icon={<Pencil size={14} aria-hidden />} onClick={onEdit}>
        {t('object.edit_short')}
      </Button>
      {meta.custom && (
        <Menu
          label={t('more')}
          items={[
            ...(meta.menu === false
              ? []
              : [{ key: 'menu', label: t('object.withdraw'), run: () => offer(meta, false) }]),
            { key: 'delete', label: t('object.delete'), danger: true, run: () => void remove() },
          ]}
        >
          <Ellipsis size={16} aria-hidden />
        </Menu>
      )}
    </header>
  );
}
