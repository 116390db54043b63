import type { Values } from '@/lib/changes';

/** What is proposed, from what stands there. */
type Propose = (standing: unknown) => unknown;

const proposals = new Map<string, Propose>();

/** What a field is proposed to become once it is asked for; `features` says which. */
export function bringProposal(object: string, field: string, propose: Propose): void {
  proposals.set(`${object}/${field}`, propose);
}

/** The fields as they stand, but for those that are proposed to become something else. */
export const proposed = (object: string, fields: { name: string }[], standing: Values): Values =>
  Object.fromEntries(
    fields.map(({ name }) => {
      const propose = proposals.get(`${object}/${name}`);
      return [name, propose ? propose(standing[name]) : standing[name]];
    }),
  );
