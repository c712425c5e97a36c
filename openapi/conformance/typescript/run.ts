/**
 * Runs every wire vector with the generated client, each against a service of its own:
 *
 *     node out/run.js VECTORS DOCUMENT REPORT
 *
 * It takes the folder of the vectors and the OpenAPI document that the client was generated from. What this client
 * cannot state is declared in exemptions.json, and written to the report with the names of all vectors concerned.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeChecks, requestChecks, type Checks } from './checks.js';
import { run, type Call } from './client.js';
import { read, type Members } from './json.js';
import { serve, type Exchange } from './service.js';

type Settings = Record<string, string>;
type Vector = { name: string; tags: string[]; why: string; client?: Settings; calls: [Call]; exchanges: Exchange[] };
/** Claims that the client cannot state: of the vectors named, or of all. */
type Exemption = { claims: string[]; reason: string; names?: string[] };

const [folder, documentFile, reportFile] = process.argv.slice(2);
const document = JSON.parse(readFileSync(documentFile, 'utf8'));
const exemptions: Exemption[] = JSON.parse(readFileSync('exemptions.json', 'utf8'));
const everywhere = new Set(exemptions.filter(({ names }) => !names).flatMap(({ claims }) => claims));
const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));
const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
const all = texts.flatMap((text) => (read(text) as unknown as { vectors: Vector[] }).vectors);
const vectors = all.filter(({ tags }) => tags.includes('wire'));

/** The claims that do not hold, each with what was expected and what was there. */
async function failures({ calls: [call], client = {}, exchanges }: Vector): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const check = <T>(claims: Members, checks: Checks<T>, actual: T, prefix = '') => {
    for (const [claim, expected] of Object.entries(claims)) {
      const [wanted, got] = checks[claim]?.(expected, actual) ?? ['a check or an exemption', 'neither'];
      const where = prefix + claim;
      if (wanted !== got && !everywhere.has(where)) found.set(where, `expected "${wanted}", but got "${got}"`);
    }
  };
  const { url, arrivals, close } = await serve(exchanges);
  check(call.outcome, outcomeChecks, await run(call, client, url, document).finally(close));
  if (arrivals.length !== exchanges.length) {
    const lines = arrivals.map(({ method, target }) => `${method} ${target}`);
    found.set('exchanges', `expected ${exchanges.length}, but got ${lines.length}: ${lines.join(', ')}`);
  }
  arrivals.forEach((arrival, i) => check(exchanges[i]?.request ?? {}, requestChecks, arrival, 'request.'));
  return found;
}

const faults: string[] = [];
const unstated: string[] = [];
for (const vector of vectors) {
  const found = await failures(vector).catch((error) => new Map([['run', String(error)]]));
  const exempt = new Set(exemptions.flatMap(({ names, claims }) => (names?.includes(vector.name) ? claims : [])));
  for (const claim of exempt) {
    // An exemption that is no longer needed is a fault, so that the list never says too much.
    if (!found.delete(claim)) found.set(claim, 'holds, although exemptions.json says that it cannot');
  }
  const outcome = Object.keys(vector.calls[0].outcome);
  const lines = [...found].map(([claim, what]) => `\n    ${claim}: ${what}`);
  if (lines.length > 0) faults.push(`${vector.name}: ${vector.why}${lines.join('')}`);
  else if (outcome.every((claim) => everywhere.has(claim) || exempt.has(claim))) unstated.push(vector.name);
}
const passed = vectors.length - faults.length - unstated.length;

const report = ['# What the generated TypeScript client cannot state'];
for (const { claims, reason, names } of exemptions) {
  const concerned = vectors.filter((it) => names?.includes(it.name) ?? claims.some((c) => c in it.calls[0].outcome));
  const title = `${claims.join(', ')} (${concerned.length}): ${reason}`;
  console.log(names ? `${title}\n    ${names.join(', ')}` : title);
  report.push(`## ${title}`, concerned.map(({ name }) => `- ${name}`).join('\n'));
  const needed = names ? concerned.length === names.length : !claims.some((c) => c in outcomeChecks);
  if (!needed || concerned.length === 0) faults.push(`exemptions.json: not needed: ${title}`);
}
report.push(`## Nothing of the outcome (${unstated.length})`, unstated.map((name) => `- ${name}`).join('\n'));
writeFileSync(reportFile, `${report.join('\n\n')}\n`);
const tagged = texts.join().match(/"tags":\s*\[\s*"wire"\s*\]/g)?.length ?? 0;
if (!tagged || tagged !== vectors.length) faults.push(`${tagged} wire vectors in ${folder}, ${vectors.length} run`);
faults.forEach((fault) => console.error(`FAILED ${fault}`));
console.log(`${vectors.length} wire vectors, ${unstated.length} with an outcome of which nothing can be stated:`);
console.log(`    ${unstated.join(', ')}`);
console.log(`${passed} passed, ${faults.length} failed`);
process.exitCode = faults.length > 0 ? 1 : 0;
