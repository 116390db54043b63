import { useState } from 'react';
import { problemsOf } from '@/lib/changes';

export interface Saving {
  busy: boolean;
  /** What was wrong, by field. */
  wrong: Map<string, string>;
  /** What was refused and no field of the form tells. */
  refused: unknown;
  save: (send: () => Promise<unknown>) => void;
}

/** Sends what a form says, and knows what became of it; the fields are those that tell what is wrong with them. */
export function useSaving(fields: readonly string[] = []): Saving {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const wrong = problemsOf(error);
  const save = async (send: () => Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    try {
      await send();
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return {
    busy,
    wrong,
    refused: fields.some((field) => wrong.has(field)) ? undefined : error,
    save: (send) => void save(send),
  };
}
