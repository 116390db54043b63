import { Suspense, useState } from 'react';
import { lazy } from '@/lib/lazy';
import { fieldOf, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { isLoose } from '../path/move';
import type { Standing } from '../process/api';
import { Strip } from '../process/Strip';
import { useStageMove } from '../path/useStageMove';

const Ask = lazy(() => import('../path/Ask').then((module) => ({ default: module.Ask })));

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  standing: Standing;
}

/** What it takes to come on in a field that is no path of its own. */
export function FieldGate(props: Props) {
  const field = fieldOf(props.meta, props.standing.field);
  return field ? <Gate {...props} field={field} /> : null;
}

function Gate({ meta, entry, standing, field }: Props & { field: Field }) {
  const { move, busy, stages, label, question, other, leaveOther } = useStageMove(meta, field);
  const [looked, look] = useState<string>();
  return (
    <>
      <Strip
        named
        meta={meta}
        entry={entry}
        field={field}
        standing={standing}
        looked={looked}
        onLook={look}
        may={isLoose({ meta, by: field })}
        busy={busy}
        aside={stages.fails}
        label={label}
        onMove={(to) => void move(entry, to)}
      />
      <Suspense fallback={null}>
        {other && <other.Dialog meta={meta} entry={other.entry} onClose={leaveOther} />}
        {question && <Ask meta={meta} by={field} question={question} column={label(question.to)} />}
      </Suspense>
    </>
  );
}
