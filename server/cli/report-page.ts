import { createTask, defaultAttributionDraws, type TaskRequest } from '../../models/index.ts';
import { boardInputs, createBoardFile, planBoard } from '../../web/report/board-file.ts';
import type { Cores, Source } from '../studies/study.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { readWorkers, withCores, workersOption } from './cores.ts';
import { readSource } from './read-scenario.ts';
import { requirePlans } from './require-plans.ts';
import { writeNewFile } from './write-file.ts';

export const report: Command = {
  name: 'report',
  usage: 'FILE [--plan NAME] [--workers N] [-o FILE]',
  summary: 'Writes one printable page about a plan, for a board',
  options: [
    { name: 'plan', value: 'NAME', meaning: 'The plan (default: the first that changes a price or a fee)' },
    workersOption,
    { name: 'output', short: 'o', value: 'FILE', meaning: 'Write to a new file (default: standard output)' },
  ],
  notes: [
    'The page is one HTML file without scripts that asks nobody for anything and prints to one sheet of A4.',
    'It holds verdict, fee curve, causes, who leaves, the assumptions that matter most, and what it was made from; the same file and seed give the same bytes.',
  ],
  examples: [
    {
      line: 'kept report scenarios/bank-account-fee.yaml -o board.html',
      meaning: 'A page to open and print',
    },
    { line: 'kept report my.yaml --plan "Raise 8 %" > board.html', meaning: 'About one plan' },
  ],
  run: async (args, terminal) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('name a scenario file, or - for standard input');
    if (extra !== undefined) throw new UsageError(`report takes one file; what is "${extra}"?`);
    const workers = readWorkers(args);
    const [plan] = args.valuesOf('plan');
    const source = await readSource(file, terminal);
    requirePlans(plan === undefined ? [] : [plan], source.scenario);
    if (source.scenario.plans.length === 0) throw new UsageError('there is no plan to report on', '');
    const page = await withCores(terminal, workers, (cores) => compute(source, plan, cores));
    const [output] = args.valuesOf('output');
    if (output === undefined) terminal.out(page);
    else await writeNewFile(output, page);
    return exitCodes.fine;
  },
};

async function compute(
  { scenario, text }: Source,
  name: string | undefined,
  { run }: Cores,
): Promise<string> {
  const { plan, curvePlan, changes, alone } = planBoard(scenario, text, name);
  const at = (before: number, what: string) => ({
    words: (done: number) => `step ${before + 1} of 5, ${what}: ${done} done`,
    part: { before, of: 5 },
  });
  const drawn: TaskRequest<'run'> = { kind: 'run', scenario: alone };
  const curved: TaskRequest<'feeCurve'> = {
    kind: 'feeCurve',
    scenario,
    plan: curvePlan,
    options: { changes },
  };
  const split: TaskRequest<'attribution'> = { kind: 'attribution', scenario: alone, plan };
  const moved: TaskRequest<'tornado'> = { kind: 'tornado', scenario: alone };
  const result = await run(drawn, createTask(drawn), at(0, 'draws'));
  const curve = await run(curved, createTask(curved), at(1, 'fee curve'));
  const causes = await run(split, createTask(split), at(2, 'causes'));
  const tornado = await run(moved, createTask(moved), at(3, 'assumptions'));
  const flipped: TaskRequest<'flips'> = {
    ...{ kind: 'flips', scenario: alone, options: { inputs: boardInputs(tornado) } },
  };
  const flips = await run(flipped, createTask(flipped), at(4, 'what would flip the answer'));
  const causeDraws = defaultAttributionDraws;
  const answers = { run: result, curve, causes, causeDraws, tornado, flips };
  return createBoardFile(scenario, text, name, answers);
}
