import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Edit } from '@/fields/Edit';
import type { Schemas } from '@/lib/api';
import { asField } from '@/records/page/verbs';
import { NEW, OTHER } from './found';
import { Labelled, Part, useFresh, Which, Why, Wrong } from './parts';
import type { useCustomer } from './useCustomer';

interface Props {
  account: ReturnType<typeof useCustomer>['account'];
  inputs: ReadonlyMap<string, Schemas['VerbInput']>;
  wrong: string | undefined;
}

/** Which customer the lead becomes; says so where a name is there already. */
export function AccountPart({ account, inputs, wrong }: Props) {
  const { t } = useTranslation('convert');
  const link = inputs.get('account');
  const fresh = useFresh('account', account.into, t('new_account'));
  return (
    <Part title={t('account')}>
      <Which
        matches={account.matches}
        chosen={account.now}
        onChoose={account.choose}
        fresh={fresh}
        other={link && t('other_account')}
      >
        {account.now === OTHER && link && (
          <Labelled label={t('search_account')} wrong={undefined}>
            {(id) => (
              <Edit
                id={id}
                field={asField(link)}
                value={account.picked}
                wrong={false}
                onChange={account.pick}
                autoFocus
              />
            )}
          </Labelled>
        )}
        {account.now === NEW && inputs.has('account_name') && (
          <>
            <Input
              aria-label={t('account')}
              value={account.name}
              {...(wrong && { status: 'error' as const })}
              onChange={(event) => account.rename(event.target.value)}
            />
            <Wrong texts={[wrong ?? []].flat()} />
          </>
        )}
        {account.now === NEW && <Why what="account" known={account.into} />}
      </Which>
    </Part>
  );
}
