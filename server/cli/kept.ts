import process from 'node:process';
import { runCommandLine } from './command-line.ts';
import { processTerminal } from './terminal.ts';

// Not process.exit: what is still on its way through a pipe must arrive.
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
