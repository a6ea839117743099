import type { Lesson, Scenario } from '../../models/index.ts';
import { wrap } from './table.ts';
import { styled, type Terminal } from './terminal.ts';

const indent = '  ';

/** A lesson for people: question, prediction, claims and, behind them, the debrief. */
export function formatLesson(lesson: Lesson, terminal: Terminal): string[] {
  const { question, predict, claim, debrief, mechanisms } = lesson;
  const width = Math.max(40, terminal.columns - indent.length);
  const lines = [
    ...wrap(question, width),
    ...wrap(`Predict: ${predict.ask}`, width),
    ...predict.choices.map((choice) => `  ${choice === predict.answer ? '*' : '-'} ${choice}`),
    ...claim.map(({ plan, beats, on }) => `Claim: "${plan}" beats "${beats}" on ${on}`),
    ...wrap(`Debrief: ${debrief}`, width),
    `Mechanisms: ${mechanisms.join(', ')}`,
  ];
  return [styled(terminal, 'bold', 'Lesson'), ...lines.map((line) => indent + line)];
}

/** One line above a run's report: what to think about before reading on. */
export function lessonLine({ lesson }: Scenario): string[] {
  return lesson ? [`Lesson: ${lesson.question}`] : [];
}
