import type { Schemas } from '@/lib/api';
import { say, type ObjectBrief } from '@/lib/meta';

export type Role = Schemas['Role'];
export type Grant = NonNullable<NonNullable<Role['objects']>[string]>;
export type FieldRight = 'write' | 'read' | 'masked' | 'hidden';

/** Every other object, as a role names it. */
export const OTHERS = '*';
export const reaches = ['read', 'update', 'delete'] as const;
export const flags = ['create', 'export', 'import'] as const;
/** The columns of the matrix, in the order in which one asks. */
export const columns = ['read', 'create', 'update', 'delete', 'export', 'import'] as const;
export const scopes = ['none', 'own', 'department', 'subtree', 'all'] as const;
export const rights: FieldRight[] = ['write', 'read', 'masked', 'hidden'];
export const abilities = [
  'people',
  'roles',
  'meta',
  'imports_history',
  'tokens',
  'merge',
  'audit',
  'operator',
] as const;

export type Scope = (typeof scopes)[number] | 'custom';
export type Reach = (typeof reaches)[number];

export const isReach = (column: string): column is Reach => (reaches as readonly string[]).includes(column);

export const nameOf = ({ label, name }: Role): string =>
  (typeof label === 'string' ? label : say(label)) || name;

/** How far a grant reaches in a word; what was put together of several or by a filter is called custom. */
export function scopeOf(grant: Grant, column: Reach): Scope {
  const reach: unknown = grant[column] ?? 'none';
  return typeof reach === 'string' && (scopes as readonly string[]).includes(reach)
    ? (reach as Scope)
    : 'custom';
}

/** An object as far as rights go; `*` has an owner, as most have. */
export interface Granted {
  name: string;
  traits?: ObjectBrief['traits'];
}

const isOwned = ({ traits }: Granted): boolean => traits?.includes('owned') ?? true;

/** How far grants can reach: records without an owner are everybody's or nobody's. */
export const scopesOf = (object: Granted): readonly (typeof scopes)[number][] =>
  isOwned(object) ? scopes : ['none', 'all'];

/** What the role allows with an object: by an entry of its own, else by that for every other. */
export function grantOf(role: Role, object: Granted): { grant: Grant; own: boolean } {
  const entry = role.objects?.[object.name];
  if (isOwned(object)) {
    return {
      grant: entry ?? role.objects?.[OTHERS] ?? {},
      own: entry !== undefined || object.name === OTHERS,
    };
  }
  return { grant: entry ? ofNobody(entry) : unsaid(role, object), own: entry !== undefined };
}

/** Where there is no owner, whoever reads any reads all, and only who may write everything writes. */
function ofNobody(grant: Grant): Grant {
  const reach = (column: Reach, any: boolean) => {
    const said = scopeOf(grant, column);
    return said === 'custom'
      ? (grant[column] ?? 'none')
      : said === 'all' || (any && said !== 'none')
        ? 'all'
        : 'none';
  };
  return {
    ...grant,
    read: reach('read', true),
    update: reach('update', false),
    delete: reach('delete', false),
  };
}

/** What holds for an object without an owner of which the role does not speak. */
function unsaid(role: Role, { traits }: Granted): Grant {
  const others = role.objects?.[OTHERS];
  if (!others) {
    return traits?.includes('reference') ? { read: 'all' } : {};
  }
  const grant = ofNobody(others);
  return grant.update === 'all' ? grant : { ...grant, create: false, delete: 'none', import: false };
}

/** The role with something changed of an object, which from then on has an entry of its own. */
export const granting = (role: Role, object: Granted, changes: Partial<Grant>): Role => ({
  ...role,
  objects: { ...role.objects, [object.name]: { ...grantOf(role, object).grant, ...changes } },
});

/** The role in which the object is again one like every other. */
export const following = (role: Role, object: string): Role => ({
  ...role,
  objects: Object.fromEntries(Object.entries(role.objects ?? {}).filter(([name]) => name !== object)),
});

/** The role with another right on a field; to write is what is usual and not kept. */
export function withField(role: Role, path: string, right: FieldRight): Role {
  const others = Object.entries(role.fields ?? {}).filter(([name]) => name !== path);
  return {
    ...role,
    fields: Object.fromEntries(right === 'write' ? others : [...others, [path, right] as const]),
  };
}

export function withAbility(role: Role, ability: string, on: boolean): Role {
  const others = (role.admin ?? []).filter((each) => each !== ability);
  return { ...role, admin: on ? [...others, ability] : others };
}

export const sameRole = (a: Role, b: Role): boolean => sorted(a) === sorted(b);

/** A role as text that does not depend on the order in which it was put together. */
function sorted(role: Role): string {
  return JSON.stringify(role, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return value;
    }
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
  });
}

/** What who looks after people looks after, whatever the role says of it. */
const ofPeople = new Set(['user', 'department', 'working_calendar', 'working_day']);

/** The objects whose records a role speaks of; lines follow what they belong to, people and what is theirs an ability. */
export const grantable = (objects: ObjectBrief[]): ObjectBrief[] =>
  objects.filter(
    ({ name, personal, traits }) =>
      !personal &&
      !ofPeople.has(name) &&
      !traits.some((trait) => ['line', 'unrecorded', 'read_only', 'shape'].includes(trait)),
  );
