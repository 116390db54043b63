import type { Schemas } from '@/lib/api';

export type Scope = Schemas['Scope'];

/** Scopes have a colon, which keys of texts cannot have. */
export const scopeKey = <S extends string>(scope: S) => scope.replace(':', '_') as Keyed<S>;
type Keyed<S extends string> = S extends `${infer A}:${infer B}` ? `${A}_${B}` : S;
