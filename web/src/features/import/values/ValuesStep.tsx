import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { say } from '@/lib/meta';
import { Refused } from '@/ui/Alert';
import { listing, meaning } from '../job/draft';
import { Foot } from '../parts/Foot';
import { ValueTable } from './ValueTable';
import { Unlisted } from './Unlisted';
import { open, valued } from '../job/values';
import type { RunProps, StepProps } from '../job/stepProps';
import page from '../parts/Page.module.css';

/** What the texts in columns of choices stand for, and those that lead to no record. */
export function ValuesStep({
  job,
  meta,
  draft,
  onDraft,
  onGo,
  sending,
  refused,
  onRun,
}: StepProps & RunProps) {
  const { t } = useTranslation('imports');
  const all = valued(job, meta, draft);
  const left = all.reduce((sum, each) => sum + open(each).length, 0);
  return (
    <>
      <div className={page.body}>
        <Refused error={refused} />
        {all.length === 0 && <p className="muted">{t('values.none')}</p>}
        {all.map((each) => (
          <section key={each.column.column} className={page.section}>
            <h2>{t('values.column', { column: each.column.column, field: say(each.field.label) })}</h2>
            <Unlisted
              valued={each}
              onListed={(listed) => onDraft(listing(draft, each.column.column, listed))}
            />
            <ValueTable
              valued={each}
              onMeaning={(text, meant) => onDraft(meaning(draft, each.column.column, text, meant))}
              onFixes={() =>
                onDraft(
                  each.said.reduce(
                    (sofar, { text, fix }) =>
                      fix === undefined ? sofar : meaning(sofar, each.column.column, text, fix),
                    draft,
                  ),
                )
              }
            />
          </section>
        ))}
      </div>
      <Foot
        start={<Button onClick={() => onGo('map')}>{t('back')}</Button>}
        note={left > 0 ? t('values.left', { count: left, n: number(left) }) : undefined}
      >
        <Button type="primary" loading={sending} onClick={() => onRun(true)}>
          {t('next.trial')}
        </Button>
      </Foot>
    </>
  );
}
