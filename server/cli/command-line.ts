import { didYouMean, KeptError } from '../../models/index.ts';
import manifest from '../../package.json' with { type: 'json' };
import { backtest } from './backtest.ts';
import { check } from './check.ts';
import { type Command, exitCodes, Interrupted, UsageError } from './command.ts';
import { compare } from './compare.ts';
import { concentration } from './concentration.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { formatCommandHelp, formatHelp } from './format-help.ts';
import { optimise } from './optimise.ts';
import { parseArguments } from './parse-arguments.ts';
import { report as reportPage } from './report-page.ts';
import { run } from './run.ts';
import { safe } from './safe.ts';
import { sensitivity } from './sensitivity.ts';
import { serve } from './serve.ts';
import { sweep } from './sweep.ts';
import type { Terminal } from './terminal.ts';
import { verify } from './verify.ts';
import { why } from './why.ts';

export const commands: readonly Command[] = [
  run,
  compare,
  diff,
  why,
  sensitivity,
  sweep,
  optimise,
  safe,
  check,
  explain,
  concentration,
  backtest,
  verify,
  reportPage,
  serve,
];

/** Runs one command line. Returns the exit code; whatever goes wrong is told, never thrown. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = args;
  const command = commands.find(({ name }) => name === first);
  try {
    if (command) return await runCommand(command, rest, terminal);
    if (first === '--version') terminal.out(`${manifest.version}\n`);
    else if (['--help', '-h', 'help'].includes(first ?? '')) terminal.out(overview(rest[0]));
    else if (first === undefined) throw new UsageError('name a command', formatHelp(commands).trimEnd());
    else
      throw new UsageError(
        `unknown command "${first}"${didYouMean(first, names())}`,
        'kept --help lists them.',
      );
    return exitCodes.fine;
  } catch (error) {
    return report(error, command, terminal);
  }
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseArguments(args, command.options);
  if (!parsed.has('help')) return command.run(parsed, terminal);
  terminal.out(formatCommandHelp(command));
  return exitCodes.fine;
}

function overview(topic: string | undefined): string {
  const command = commands.find(({ name }) => name === topic);
  return command ? formatCommandHelp(command) : formatHelp(commands);
}

function names(): string[] {
  return commands.map(({ name }) => name);
}

function report(error: unknown, command: Command | undefined, terminal: Terminal): number {
  if (error instanceof UsageError) {
    const hint = error.hint ?? (command ? `kept ${command.name} --help shows how.` : '');
    terminal.err(`kept: ${error.message}\n${hint === '' ? '' : `${hint}\n`}`);
    return exitCodes.bad;
  }
  if (error instanceof Interrupted) {
    terminal.err(`kept: ${error.message}\n`);
    return exitCodes.interrupted;
  }
  if (error instanceof KeptError) {
    const place = Object.entries(error.place).map(([key, value]) => `${key} ${value}`);
    terminal.err(`kept: ${error.message}${place.length === 0 ? '' : ` (${place.join(', ')})`}\n`);
    return exitCodes.bad;
  }
  terminal.err(`kept: this is a defect in Kept: ${error instanceof Error ? error.stack : error}\n`);
  return exitCodes.defect;
}
