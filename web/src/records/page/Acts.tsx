import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '@/lib/changes';
import { say, type ObjectMeta, verbsOf, type Verb } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { useCommands } from '@/ui/commands';
import { tell } from '@/ui/tell';
import { ownOf } from '../brought';
import { AskVerb } from './AskVerb';
import type { VerbCall } from './verbs';
import styles from './Acts.module.css';

/** What can be done with the record by one click. */
export function Acts({ meta, entry }: { meta: ObjectMeta; entry: Entry }) {
  const [asking, ask] = useState<VerbCall>();
  const acting = useAct(meta.name, entry);
  const own = ownOf(meta.name).acts?.(entry) ?? { verbs: [], main: false };
  const verbs = own.verbs.flatMap((name) => verbsOf(meta).filter((verb) => verb.name === name && verb.can));
  const start = (verb: Verb) => {
    if (verb.inputs.length > 0) {
      ask({ verb: verb.name });
    } else {
      acting.mutate({ verb: verb.name }, { onError: tell });
    }
  };
  useCommands(
    verbs.map((verb) => ({ key: verb.name, label: say(verb.label), run: () => start(verb) })).reverse(),
    0,
  );
  return (
    <div className={styles.acts}>
      {verbs.map((verb, i) => (
        <Button
          key={verb.name}
          type={own.main && i === verbs.length - 1 ? 'primary' : 'default'}
          loading={acting.isPending}
          onClick={() => start(verb)}
        >
          {say(verb.label)}
        </Button>
      ))}
      {asking && <AskVerb meta={meta} entry={entry} call={asking} onClose={() => ask(undefined)} />}
    </div>
  );
}
