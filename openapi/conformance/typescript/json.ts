/** JSON whose numbers keep their spelling, and how the vectors want it compared. */
import { isLosslessNumber, parse, stringify, type LosslessNumber } from 'lossless-json';

export type Json = null | boolean | string | LosslessNumber | Json[] | Members;
export type Members = { [name: string]: Json };

export const read = (text: string) => parse(text) as Json;
export const write = (json: Json) => stringify(json)!;

/** What a JSON Pointer names; null also where there is nothing. */
export function at(json: Json, pointer: string): Json {
  let found = json;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    found = hasMembers(found) ? (found[name] ?? null) : null;
  }
  return found;
}

/** Text that is the same for the same JSON, however its members are ordered and its numbers spelled. */
export function canonical(json: Json, withoutNulls = false): string {
  if (isLosslessNumber(json)) return decimal(json.value);
  if (Array.isArray(json)) return `[${json.map((element) => canonical(element, withoutNulls)).join(',')}]`;
  if (!hasMembers(json)) return JSON.stringify(json);
  const names = Object.keys(json)
    .filter((name) => !withoutNulls || json[name] !== null)
    .sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(json[name], withoutNulls)}`).join(',')}}`;
}

/** An exact decimal in one spelling: 10, 10.0 and 1E+1 are all 1e1. */
function decimal(spelling: string): string {
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e(.+))?$/i.exec(spelling)!;
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? '0' : `${sign}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}

function hasMembers(json: Json): json is Members {
  return typeof json === 'object' && json !== null && !isLosslessNumber(json);
}
