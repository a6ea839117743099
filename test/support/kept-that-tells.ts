import process from 'node:process';
import { runCommandLine } from '../../server/cli/command-line.ts';
import { processTerminal } from '../../server/cli/terminal.ts';

/** The command, which says when Ctrl+C is heard from now on. */
const terminal = processTerminal();
process.exitCode = await runCommandLine(process.argv.slice(2), {
  ...terminal,
  onInterrupt(stop) {
    const release = terminal.onInterrupt(stop);
    terminal.err('at work\n');
    return release;
  },
});
