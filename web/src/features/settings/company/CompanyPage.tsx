import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useMemo, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/ui/Alert';
import { changeCompany, companyQuery, type Company } from '@/lib/company';
import { language, type Language } from '@/lib/i18n';
import { currencyNamed, zoneNamed } from '@/lib/named';
import { sessionQuery } from '@/lib/session';
import { Select } from '@/ui/Select';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { PageHead } from '../PageHead';
import { Part } from '../Part';
import { useSaving } from '../useSaving';
import styles from '../settings.module.css';
import own from '../account/Account.module.css';

/** What the company is called, and by whose clock it works. */
export function CompanyPage() {
  const { t } = useTranslation('settings');
  const { data: company, error } = useQuery(companyQuery);
  if (error && !company) {
    throw error;
  }
  return (
    <div className={styles.page}>
      <PageHead title={t('nav.company')} lead={t('company.lead')} />
      {company ? <CompanyForm key={company.name} company={company} /> : <Waiting lines={4} />}
    </div>
  );
}

const zonesIn = (current: string, spoken: Language) =>
  [...new Set([current, ...Intl.supportedValuesOf('timeZone')])].map((name) => ({
    value: name,
    label: zoneNamed(name, spoken),
  }));

function CompanyForm({ company }: { company: Company }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const [label, setLabel] = useState(company.named ? company.label : '');
  const [zone, setZone] = useState(company.time_zone);
  const spoken = language();
  const zones = useMemo(() => zonesIn(company.time_zone, spoken), [company.time_zone, spoken]);
  const { busy, wrong, refused, save } = useSaving(['label', 'time_zone']);
  const changed = (label.trim() !== '' && label.trim() !== company.label) || zone !== company.time_zone;
  const send = async () => {
    const named = label.trim() === '' ? {} : { label: label.trim() };
    queries.setQueryData(companyQuery.queryKey, await changeCompany({ ...named, time_zone: zone }));
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    toast.done(t('saved'));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(send);
  };
  return (
    <form className={own.form} onSubmit={submit}>
      <Refused error={refused} />
      <Part
        id={`${id}-label`}
        label={t('company.label')}
        help={t('company.label_help')}
        wrong={wrong.get('label')}
      >
        <Input
          id={`${id}-label`}
          value={label}
          maxLength={100}
          placeholder={t('company.sample')}
          autoComplete="organization"
          onChange={(event) => setLabel(event.target.value)}
        />
      </Part>
      <Part
        id={`${id}-zone`}
        label={t('company.zone')}
        help={t('company.zone_help')}
        wrong={wrong.get('time_zone')}
      >
        <Select<string>
          id={`${id}-zone`}
          showSearch={{ optionFilterProp: 'label' }}
          value={zone}
          options={zones}
          onChange={(chosen) => setZone(chosen)}
        />
      </Part>
      <Part label={t('company.currency')} help={t('company.currency_help')}>
        <span>{currencyNamed(company.currency)}</span>
      </Part>
      <Button htmlType="submit" type="primary" loading={busy} disabled={!changed}>
        {common('save')}
      </Button>
    </form>
  );
}
