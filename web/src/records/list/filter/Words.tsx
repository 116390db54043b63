import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { asMoney } from '@/fields/values';
import { labelQuery } from '@/lib/choices';
import { decimal, moment, moneyText, number, shortDay } from '@/lib/format';
import { say, type Field } from '@/lib/meta';
import { useRegionName } from '@/lib/regions';
import type { Condition } from './chips';
import { counted, listOf, periods, valuesOf } from './operators';

const SHOWN = 3;

function LinkWord({ object, id }: { object: string; id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(labelQuery(object, id));
  return <>{data === null ? t('hidden_record') : (data ?? '…')}</>;
}

function RegionWord({ code }: { code: string }) {
  return <>{useRegionName(code)}</>;
}

/** A value of a condition as people say it. */
export function ValueWord({ field, value }: { field: Field; value: unknown }) {
  const { t } = useTranslation('filter');
  const { t: common } = useTranslation();
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (value === '$me') {
    return <>{t('me')}</>;
  }
  if (value === '$my_department') {
    return <>{t('my_department')}</>;
  }
  if (field.target !== undefined) {
    return <LinkWord object={field.target} id={text} />;
  }
  switch (field.type) {
    case 'boolean':
      return <>{common(value === true ? 'yes' : 'no')}</>;
    case 'region':
      return <RegionWord code={text} />;
    case 'integer':
      return <>{typeof value === 'number' ? number(value) : text}</>;
    case 'money':
      return <>{typeof value === 'object' ? moneyText(asMoney(value)) : digits(text)}</>;
    case 'percent':
      return <>{digits(text) + common('percent_sign')}</>;
    case 'decimal':
      return <>{digits(text)}</>;
    case 'datetime':
      return <>{Number.isNaN(Date.parse(text)) ? text : moment(text)}</>;
    case 'date':
      return <>{shortDay(text)}</>;
    default:
      return <>{say(field.choices?.find((choice) => choice.code === text)?.label) || text}</>;
  }
}

const digits = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? decimal(text) : text);

export function usePeriodWord(): (name: string) => string {
  const { t } = useTranslation('filter');
  return (name) => {
    const known = periods.find((period) => period === name);
    const parts = counted(name);
    return known ? t(`period.${known}`) : parts ? t(`period.${parts.key}`, { n: parts.n }) : name;
  };
}

/** The values of a condition, the first few by name. */
export function Values({ field, condition: { op, value } }: { field: Field; condition: Condition }) {
  const { t } = useTranslation('filter');
  const periodWord = usePeriodWord();
  const values = listOf(value);
  const takes = valuesOf(op);
  if (takes === 'none') {
    return null;
  }
  if (values.length === 0) {
    return <>…</>;
  }
  if (takes === 'period') {
    return <>{periodWord(String(value))}</>;
  }
  const between = takes === 'two' ? ` ${t('and')} ` : t('comma');
  return (
    <>
      {values.slice(0, SHOWN).map((each, i) => (
        <Fragment key={i}>
          {i > 0 && between}
          <ValueWord field={field} value={each} />
        </Fragment>
      ))}
      {values.length > SHOWN && ` ${t('more', { n: values.length })}`}
    </>
  );
}
