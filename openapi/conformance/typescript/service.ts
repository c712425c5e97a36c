/** The service of one vector: a loopback server that answers as the exchanges say and keeps what it saw. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { write, type Members } from './json.js';

export type Exchange = { request: Members; answer: Members };
export type Arrival = { method: string; target: string; headers: NodeJS.Dict<string[]>; body: string };

export async function serve(exchanges: Exchange[]) {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url: target = '', headersDistinct: headers } = request;
    arrivals.push({ method, target, headers, body: await text(request) });
    const answer = exchanges[arrivals.length - 1]?.answer;
    if (answer === undefined) {
      request.socket.destroy(); // One request too many: the client sees no answer, the check of the vector does.
      return;
    }
    response.sendDate = response.shouldKeepAlive = false;
    if (answer.json !== undefined) response.setHeader('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(answer.headers ?? {}))
      response.setHeader(name, value as string | string[]);
    response.writeHead(Number(answer.status)).end(bodyOf(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, arrivals, close: () => server.close() };
}

function bodyOf({ json, padding = 0, text = '', textTimes = 1 }: any): string {
  return json === undefined ? 'x'.repeat(Number(padding)) + text.repeat(Number(textTimes)) : write(json);
}
