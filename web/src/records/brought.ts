import type { UseQueryOptions } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';

/** What is special of an object and its metadata do not say: all that what draws any object is told of the business, by `features`. */
export interface OwnObject {
  /** What stands on the page of a record by name, by what the record holds. */
  acts?: (entry: Entry) => OwnActs;
  /** Verbs that are seldom wanted and stand on no page, by whether the record is one for them. */
  seldom?: Record<string, (entry: Entry) => boolean>;
  /** Verbs that deserve more than a list of their inputs. */
  dialogs?: Record<string, OwnDialog>;
  /** What a verb does besides what it is called, which is good to know before. */
  hints?: Record<string, () => string>;
  /** What its page has besides facts, timeline and related records. */
  parts?: OwnPart[];
  /** Links to whom is called about a record that has no number itself, the first that has one. */
  called?: string[];
  /** Fields in which coming on is more than another value. */
  paths?: Record<string, OwnPath>;
  /** The choice at which records come to nothing, of fields that know no more than their choices. */
  failures?: Record<string, string>;
  /** What a field is proposed to become once it is asked for, from what stands there. */
  proposals?: Record<string, (standing: unknown) => unknown>;
  /** Fields that add up records of another object as soon as there are any: nobody types them then. */
  addedUp?: Record<string, OwnLines>;
  /** Fields that a form asks for before all others. */
  begins?: string[];
  /** A link to a record by which fields are filled in that are left empty. */
  filled?: OwnSource;
  /** Records that are there to be done are ticked off in their lists. */
  tick?: OwnTick;
  /** The field that says how much a record is about, which nobody has to be told. */
  sum?: string;
  /** The field that says that by how likely it is. */
  weighted?: string;
}

/** Verbs, the one most wanted last; `main` when that is what a record of this kind is there for. */
export interface OwnActs {
  verbs: string[];
  main: boolean;
}

export interface OwnDialog {
  Dialog: ComponentType<VerbDialogProps>;
  /** What the server says when only this verb leads where a plain change was to. */
  refusal?: string;
}

export interface VerbDialogProps {
  meta: ObjectMeta;
  entry: Entry;
  onClose: () => void;
}

export interface OwnPart {
  /** By which the address names it. */
  key: string;
  /** What it is called, in the language of the person. */
  title: () => string;
  /** The objects whose records it shows, where it is for those who read one of them. */
  shows?: string[];
  Part: ComponentType<PartProps>;
}

export interface PartProps {
  meta: ObjectMeta;
  entry: Entry;
}

/** How records of an object come on in stages: of each the server knows whether it ends them and how long they may stay. */
export interface OwnPath {
  /** The verbs by which they do, those that end them by how, and by what the server says that only the second helps. */
  verbs: { move: string; reopen: string; close: Record<string, string> };
  ended: string;
  /** Fields that say since when a record stands where it stands, how far it came, when and why it ended; and others that are read along. */
  fields: { since: string; furthest: string; closed: string; reason: string; also: string[] };
  /** What the stages stand for as the server knows it, and as long as it does not say. */
  stages: { query: UseQueryOptions<Entry[], Error, Stages>; usual: Stages };
  /** What the verbs that end a record ask for, by how and by input, and the fields in which that stands: also asked of who moves it there. */
  asked: Record<string, Record<string, string>>;
}

/** What the values of a field stand for, in which records come on. */
export interface Stages {
  closes: (code: string) => boolean;
  /** Whether records that come there come to nothing, so that it is no step of the way. */
  fails: (code: string) => boolean;
  /** After how many days in its stage a record is slow. */
  limit: (card: Entry, code: string) => number;
  status: (code: string) => string | undefined;
  /** Whether the record can come there, which may be elsewhere than where others can. */
  leads: (entry: Entry, code: string) => boolean;
}

/** What a field adds up: records of an object, by the link with which they lead to its record. */
export interface OwnLines {
  object: string;
  field: string;
}

/** The link to what fills in fields, and of each by which of its own. */
export interface OwnSource {
  link: string;
  fields: Record<string, string>;
}

/** How a record is done with: by which verb, and the fields that say when it was and by when it is to be. */
export interface OwnTick {
  verb: string;
  done: string;
  due: string;
}

/** What lists of related records are told of all objects at once. */
export interface OwnRelated {
  /** Objects in the order in which people think of what belongs to a record; the rest comes after. */
  first: string[];
  /** What the timeline tells, and what nobody looks for there. */
  elsewhere: string[];
  /** Fields that tell one record from another besides its name, those that tell most first. */
  telling: string[];
  /** The objects whose records are people to whom one writes, and of each the links to what they belong to. */
  people: Record<string, string[]>;
}

interface Brought {
  objects: Record<string, OwnObject>;
  related: OwnRelated;
}

const NO_RELATED: OwnRelated = { first: [], elsewhere: [], telling: [], people: {} };

let objects = new Map<string, OwnObject>();
let related = NO_RELATED;

/** Tells what is special, all at once. */
export function bring(brought: Partial<Brought>): void {
  objects = new Map(Object.entries(brought.objects ?? {}));
  related = brought.related ?? NO_RELATED;
}

const NOTHING: OwnObject = {};

/** What was brought of an object. */
export const ownOf = (object: string): OwnObject => objects.get(object) ?? NOTHING;

export const ownRelated = (): OwnRelated => related;
