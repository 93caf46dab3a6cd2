import { HarvestSet, isUuid } from '@lianxue/contracts';
import { OaiError } from './oai-error.js';

type Argument = 'identifier' | 'metadataPrefix' | 'from' | 'until' | 'set' | 'resumptionToken';

interface Arguments {
  readonly required: readonly Argument[];
  readonly optional: readonly Argument[];
  /** A resumption token is given alone. */
  readonly resumes: boolean;
}

const list: Arguments = { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], resumes: true };

const verbs = {
  Identify: { required: [], optional: [], resumes: false },
  ListMetadataFormats: { required: [], optional: ['identifier'], resumes: false },
  ListSets: { required: [], optional: [], resumes: true },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [], resumes: false },
  ListIdentifiers: list,
  ListRecords: list,
} as const satisfies Record<string, Arguments>;

type Verb = keyof typeof verbs;

/** A request that the protocol allows. */
export interface Asked extends Partial<Readonly<Record<Argument, string>>> {
  readonly verb: Verb;
}

/** Reads verb and arguments as they came; throws the error of the protocol. */
export function asked(parameters: URLSearchParams): Asked {
  const [verb, ...more] = parameters.getAll('verb');
  if (verb === undefined || more.length > 0 || !Object.hasOwn(verbs, verb))
    throw new OaiError('badVerb', `One of these verbs is needed, once: ${Object.keys(verbs).join(', ')}`);
  const { required, optional, resumes }: Arguments = verbs[verb as Verb];
  const given = [...parameters.keys()].filter((name) => name !== 'verb');
  const twice = given.find((name, at) => given.indexOf(name) !== at);
  if (twice !== undefined) throw badArgument(`${twice} may be given only once`);
  const allowed = resumes && given.includes('resumptionToken') ? ['resumptionToken'] : [...required, ...optional];
  const unknown = given.find((name) => !allowed.some((each) => each === name));
  if (unknown !== undefined)
    throw badArgument(allowed[0] === 'resumptionToken' ? 'resumptionToken is given alone' : `${verb} takes no ${unknown}`);
  const missing = allowed[0] === 'resumptionToken' ? undefined : required.find((name) => !given.includes(name));
  if (missing !== undefined) throw badArgument(`${verb} needs ${missing}`);
  return { verb: verb as Verb, ...Object.fromEntries(given.map((name) => [name, readable(name, parameters.get(name)!)])) };
}

const badArgument = (message: string) => new OaiError('badArgument', message);

/** The signs of names in this protocol; a set is several of them. */
const name = /^[A-Za-z0-9\-_.!~*'()]+$/;

function readable(argument: string, value: string): string {
  const isName = argument === 'metadataPrefix' || argument === 'set';
  if (value === '' || value.length > 4000 || (isName && !value.split(argument === 'set' ? ':' : '\n').every((part) => name.test(part))))
    throw badArgument(`${argument} cannot be read`);
  return value;
}

/** The span of datestamps asked for; its end is exclusive. */
export interface Span {
  readonly from?: string;
  readonly before?: string;
}

/** `from` and `until` include what they name: the whole second, or the whole day in UTC. */
export function spanOf({ from, until }: Pick<Asked, 'from' | 'until'>): Span {
  const begin = from === undefined ? undefined : spanned('from', from);
  const end = until === undefined ? undefined : spanned('until', until);
  if (begin && end && begin.unit !== end.unit) throw badArgument('from and until have the same granularity');
  if (begin && end && begin.at > end.at) throw badArgument('from is later than until');
  return {
    ...(begin && { from: new Date(begin.at).toISOString() }),
    ...(end && { before: new Date(end.at + end.unit).toISOString() }),
  };
}

function spanned(argument: string, text: string): { at: number; unit: number } {
  const unit = /^\d{4}-\d{2}-\d{2}$/.test(text) ? 86_400_000 : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) ? 1000 : undefined;
  const at = Date.parse(text);
  const isDay = unit !== undefined && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.replace(/Z$/, ''));
  if (!isDay) throw badArgument(`${argument} is written as 2026-09-01 or 2026-09-01T08:00:00Z`);
  return { at, unit };
}

/** What a harvest is narrowed to; a set nobody has heard of holds nothing. */
export function setOf(spec: string): HarvestSet {
  const dot = spec.indexOf('.');
  const read = HarvestSet.safeParse({ by: spec.slice(0, dot), value: spec.slice(dot + 1) });
  if (!read.success) throw new OaiError('noRecordsMatch', 'There is no such set');
  return read.data;
}

const scheme = 'urn:uuid:';

/** Records go by the ids of their resources. */
export const identifierOf = (id: string): string => `${scheme}${id}`;

export function idIn(identifier: string): string {
  const id = identifier.startsWith(scheme) ? identifier.slice(scheme.length) : '';
  if (!isUuid(id)) throw noSuchRecord();
  return id;
}

export const noSuchRecord = () => new OaiError('idDoesNotExist', 'There is no such record here');
