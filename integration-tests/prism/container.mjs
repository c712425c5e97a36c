// Runs Prism's command line in a container, and ends with its own standard input:
//   node container.mjs PATH/OF/PRISM/CLI ARGUMENT…
// Whoever made the container is attached to that input. When that process is gone, however it went, the engine closes
// the input, this one ends, and with it, being the container's first process, all that runs in there. A first process
// cannot be killed from inside, so Prism is a child of it. If Prism ends by itself, this one stays until its log has
// been read. Everything goes to one stream, so that the log is in order.
import { spawn } from 'node:child_process';

const [node, , ...words] = process.argv;
const end = () => process.exit(0);

spawn(node, words, { stdio: ['ignore', 1, 1] }).on('exit', (code, signal) => {
  console.log(`\nThe process of Prism ended with code ${code ?? signal}`);
});
process.stdin.on('error', end).on('close', end).resume();
