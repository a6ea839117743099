import { didYouMean } from '../core/did-you-mean.ts';
import type { FileSketch } from './schema.ts';
import { complainPath, quote, type ReadContext } from './spot.ts';

/** A lesson's answer is one of its choices, and its claims compare two plans of the file. */
export function checkLesson(file: FileSketch, context: ReadContext): void {
  const { lesson } = file;
  if (lesson === undefined) return;
  checkPrediction(lesson.predict, context);
  checkEachOnce(lesson.mechanisms ?? [], 'lesson.mechanisms', context);
  // A plan that could not be read may be the one that is meant.
  const plans = file.plans?.map((plan) => plan?.name) ?? [];
  if (!plans.includes(undefined)) checkClaims(lesson.claim ?? [], plans as string[], context);
}

type LessonSketch = NonNullable<FileSketch['lesson']>;

function checkPrediction(predict: LessonSketch['predict'], context: ReadContext): void {
  const choices = predict?.choices ?? [];
  checkEachOnce(choices, 'lesson.predict.choices', context);
  const answer = predict?.answer;
  if (answer === undefined || choices.includes(undefined) || choices.length === 0) return;
  if (choices.includes(answer)) return;
  const message = `${quote(answer)} is none of the choices; write one of them word for word`;
  complainPath(context, 'lesson.predict.answer', 'unknown-name', message);
}

function checkEachOnce(words: readonly (string | undefined)[], path: string, context: ReadContext): void {
  words.forEach((word, index) => {
    if (word === undefined || words.indexOf(word) === index) return;
    complainPath(context, `${path}[${index}]`, 'conflict', `${quote(word)} stands twice in this list`);
  });
}

function checkClaims(
  claims: NonNullable<LessonSketch['claim']>,
  plans: readonly string[],
  context: ReadContext,
): void {
  const known = ['do nothing', ...plans];
  claims.forEach((claim, index) => {
    const path = `lesson.claim[${index}]`;
    for (const key of ['plan', 'beats'] as const) {
      const name = claim?.[key];
      if (name === undefined || known.includes(name)) continue;
      const hint = didYouMean(name, known) || `; known are ${known.join(', ')}`;
      complainPath(context, `${path}.${key}`, 'unknown-name', `no plan is called ${quote(name)}${hint}`);
    }
    if (claim?.plan !== undefined && claim.plan === claim.beats) {
      complainPath(context, `${path}.beats`, 'conflict', 'compares a plan with itself; name another');
    }
  });
}
