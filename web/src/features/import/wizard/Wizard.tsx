import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { objectQuery, type ObjectMeta } from '@/lib/meta';
import { Waiting } from '@/ui/Waiting';
import { importKey, importQuery, start, type Import } from '../job/api';
import { draftOf, wantedOf, type Draft } from '../job/draft';
import { FileStep } from '../file/FileStep';
import { Frame } from './Frame';
import { forget, kept, keep } from '../job/kept';
import { MapStep } from '../mapping/MapStep';
import { ResultStep } from '../result/ResultStep';
import type { StepProps } from '../job/stepProps';
import { reachable, stepOf, type Step } from '../job/steps';
import { TrialStep } from '../trial/TrialStep';
import { ValuesStep } from '../values/ValuesStep';
import { watch } from '../job/watch';

/** An import wherever it stands: the address names it, so that a reload loses nothing. */
export function Wizard() {
  const { id = '' } = useParams();
  const job = useQuery(importQuery(id));
  const meta = useQuery({ ...objectQuery(job.data?.object ?? ''), enabled: job.data !== undefined });
  const refused = job.error ?? meta.error;
  if (refused && (!job.data || !meta.data)) {
    throw refused;
  }
  return job.data && meta.data ? <Way key={id} job={job.data} meta={meta.data} /> : <Waiting lines={10} />;
}

function Way({ job, meta }: { job: Import; meta: ObjectMeta }) {
  const [asked, ask] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => kept(job) ?? draftOf(job, meta));
  const step = stepOf(job, asked.get('step'));
  const change = (next: Draft) => {
    setDraft(next);
    keep(job, next);
  };
  const go = (to: Step) => ask({ step: to });
  useBeginning(`${job.id} ${step}`);
  const sending = useMutation({
    mutationFn: (dry: boolean) => start(wantedOf(job, draft, dry)),
    onSuccess: (next, dry) => {
      queries.setQueryData(importKey(next.id), next);
      void queries.invalidateQueries({ queryKey: ['imports', 'all'] });
      forget(job);
      if (!dry) {
        watch(next, (to) => void navigate(to));
      }
      void navigate(`/import/${next.id}`, { replace: true });
    },
  });
  const props: StepProps = { job, meta, draft, onDraft: change, onGo: go };
  const run = {
    sending: sending.isPending,
    refused: sending.error,
    onRun: (dry: boolean) => sending.mutate(dry),
  };
  return (
    <Frame object={meta} file={job.file.name} step={step} open={reachable(job)} onGo={go}>
      {step === 'file' && <FileStep {...props} />}
      {step === 'map' && <MapStep {...props} {...run} />}
      {step === 'values' && <ValuesStep {...props} {...run} />}
      {step === 'trial' && <TrialStep {...props} {...run} />}
      {step === 'result' && <ResultStep job={job} meta={meta} />}
    </Frame>
  );
}

/** A new step begins at its top, for eyes and for the keyboard. */
function useBeginning(step: string): void {
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) {
      before.current = step;
      const content = document.getElementById('content');
      content?.scrollTo({ top: 0 });
      content?.focus({ preventScroll: true });
    }
  }, [step]);
}
