// Runs Prism's command line and ends with its own standard input:
//   node guard.mjs PATH/OF/PRISM/CLI ARGUMENT…
// Whoever starts it holds the other end of the pipe. When that process is gone, however it went, the pipe closes and
// this one is killed. A thread of its own watches, so that a busy Prism is ended as well as an idle one.
import { Socket } from 'node:net';
import { pathToFileURL } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';

const end = () => process.kill(process.pid, 'SIGKILL');

if (isMainThread) {
  const [node, , cli, ...args] = process.argv;
  process.argv = [node, cli, ...args];
  new Worker(new URL(import.meta.url), { argv: [] }).on('error', end).on('exit', end).unref();
  await import(pathToFileURL(cli));
} else {
  new Socket({ fd: 0, readable: true, writable: false }).on('error', end).on('close', end).resume();
}
