/** The generated client as the vectors see it: operations by their id, errors by their kind. */
import * as generated from './client/index.js';
import { bodyName, isUnknownEnum } from './document.js';
import { at, read, write, type Json, type Members } from './json.js';

export type Call = { operationId: string; parameters?: Members; body?: Json; outcome: Members };
/** An error, or a value and where in it an enum has a value that the contract does not have. */
export type Outcome = { error?: string; status?: number; body?: string; value?: Json; isUnknown?: IsUnknown };
type IsUnknown = (pointer: string) => boolean;

const KINDS: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthorized',
  402: 'payment_required',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'too_many_requests',
};

const apis = Object.values<unknown>(generated).filter(
  (type): type is typeof generated.BaseAPI => typeof type === 'function' && type.prototype instanceof generated.BaseAPI,
);

/** Makes a client with a vector's settings and calls one operation of the document. */
export async function run(call: Call, settings: Record<string, string>, url: string, document: any): Promise<Outcome> {
  const { operationId } = call;
  const { user = 'api-user', password = 'api-p4ssw0rd', basePath = '' } = settings;
  const configuration = new generated.Configuration({
    basePath: url + basePath,
    // The client makes Base64 of characters as if they were bytes: give it the bytes of UTF-8.
    username: Buffer.from(user).toString('latin1'),
    password: Buffer.from(password).toString('latin1'),
    fetchApi: send,
  });
  const method = camelCase(operationId);
  const api = apis.find((type) => method in type.prototype);
  if (api === undefined) throw new Error(`the client has no ${method} for ${operationId}`);
  const client = new api(configuration) as unknown as Record<string, (request: object) => Promise<unknown>>;
  const request: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(call.parameters ?? {})) request[camelCase(name)] = plain(value);
  if (call.body !== undefined) request[camelCase(bodyName(document, operationId))] = plain(call.body);
  return client[method](request).then((value) => {
    const json = read(JSON.stringify(value) ?? 'null');
    return { value: json, isUnknown: (pointer) => isUnknownEnum(document, operationId, pointer, at(json, pointer)) };
  }, failure);
}

const send: typeof fetch = (input, init) =>
  // A redirect is an answer like any other: whoever follows it takes the credentials along.
  fetch(input, { ...init, redirect: 'manual' });

async function failure(error: unknown): Promise<Outcome> {
  if (error instanceof generated.ResponseError) {
    const { status } = error.response;
    const kind = KINDS[status] ?? (status >= 500 ? 'server_error' : 'unexpected_status');
    return { error: kind, status, body: await error.response.text() };
  }
  // What happens on the network has a cause of its own; a request that fetch refuses to make has none.
  if (error instanceof generated.FetchError) return { error: error.cause.cause ? 'transport' : 'invalid_argument' };
  if (error instanceof generated.RequiredError) return { error: 'invalid_argument' };
  if (error instanceof SyntaxError) return { error: 'decoding' };
  throw error;
}

/** As a program has it: with numbers that are doubles. */
const plain = (json: Json): unknown => JSON.parse(write(json));

/** As the generator spells names: X-CONFIGCAT-SDKKEY is xCONFIGCATSDKKEY. */
function camelCase(name: string): string {
  const joined = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}
