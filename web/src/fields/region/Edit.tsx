import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Cascader } from 'antd';
import { useEffect, useState } from 'react';
import { level, named, pathOf } from '@/lib/regions';
import { useSettled } from '@/lib/useSettled';
import { tell } from '@/ui/tell';
import styles from '../fields.module.css';
import { asText, isEmpty, type Edited } from '../values';
import { isNamed, option, treeOf, type Option } from './tree';

/** Province, city, district; each level is loaded when it is opened, or any of them is found by its name. */
export default function Edit({ value, onChange, id, autoFocus, wrong }: Edited) {
  const queries = useQueryClient();
  const [options, setOptions] = useState<Option[]>([]);
  const [tries, tryAgain] = useState(0);
  const [typed, type] = useState('');
  const sought = useSettled(typed.trim(), 150);
  const found = useQuery({ ...named(sought), enabled: sought !== '', placeholderData: (before) => before });
  const path = isEmpty(value) ? [] : pathOf(asText(value));
  const key = path.join();
  useEffect(() => {
    let gone = false;
    const load = async (parent: string, rest: string[]): Promise<Option[]> => {
      const all = (await queries.query({ ...level(parent), staleTime: 'static' })).map(option);
      const next = all.find((each) => each.value === rest[0]);
      if (next && rest.length > 1) {
        next.children = await load(next.value, rest.slice(1));
      }
      return all;
    };
    void load('', key === '' ? [] : key.split(',')).then((all) => {
      if (!gone) {
        setOptions(all);
      }
    }, tell);
    return () => {
      gone = true;
    };
  }, [queries, key, tries]);
  return (
    <Cascader
      changeOnSelect
      allowClear
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      options={typed.trim() !== '' && found.data ? treeOf(found.data) : options}
      showSearch={{ filter: isNamed, onSearch: type }}
      onOpenChange={(open) => open && options.length === 0 && tryAgain((n) => n + 1)}
      value={path}
      loadData={(opened: Option[]) => {
        const last = opened.at(-1);
        if (last) {
          void queries.query({ ...level(last.value), staleTime: 'static' }).then((regions) => {
            last.children = regions.map(option);
            setOptions((all) => [...all]);
          }, tell);
        }
      }}
      onChange={(codes: string[] | undefined) => onChange(codes?.at(-1) ?? null)}
    />
  );
}
