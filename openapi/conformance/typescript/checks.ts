/** What the claims of a vector say of a request and of an outcome. */
import type { Outcome } from './client.js';
import { at, canonical, read, write, type Json } from './json.js';
import type { Arrival } from './service.js';

/** Makes two texts of what a claim expects and of what there was, which are the same if the claim holds. */
export type Checks<T> = Record<string, (expected: any, actual: T) => [expected: string, actual: string]>;

export const requestChecks: Checks<Arrival> = {
  method: (expected, { method }) => [expected, method],
  target: (expected, { target }) => [decoded(expected), decoded(target)],
  headers: (expected, { headers }) => each(expected, (name) => headers[name.toLowerCase()]?.join(' and ') ?? null),
  absentHeaders: (expected: string[], { headers }) => ['', `${expected.filter((it) => it.toLowerCase() in headers)}`],
  body: (expected, { body }) => [canonical(expected), body && canonical(read(body))],
  numbers: (expected, { body }) => each(expected, (pointer) => write(at(read(body), pointer))),
  noBody: (_, { body }) => ['', body],
};

export const outcomeChecks: Checks<Outcome> = {
  value: (expected, outcome) => [canonical(expected, true), canonical(valueOf(outcome), true)],
  parts: (expected, outcome) => each(expected, (pointer) => at(valueOf(outcome), pointer)),
  numbers: (expected, outcome) => each(expected, (pointer) => write(at(valueOf(outcome), pointer))),
  unknown: (expected: string[], { isUnknown }) => [`${expected}`, `${expected.filter((it) => isUnknown?.(it))}`],
  error: (expected, { error, value }) => [expected, error ?? `a value: ${write(value!)}`],
  status: (expected, { status }) => [String(expected), String(status)],
  body: (expected, { body }) => [expected, String(body)],
};

const valueOf = ({ value, error }: Outcome): Json => value ?? (error ? `error: ${error}` : null);

const each = (expected: Record<string, Json>, actual: (key: string) => Json): [string, string] => [
  canonical(expected),
  canonical(Object.fromEntries(Object.keys(expected).map((key) => [key, actual(key)]))),
];

/** Path segments and query parameters as they mean something: decoded, and the parameters in the order of names. */
function decoded(target: string): string {
  const [path, query] = target.split(/\?(.*)/s);
  const parameters = [...new URLSearchParams(query)].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return JSON.stringify([path.split('/').map(decodeURIComponent), parameters]);
}
