import type { AttributedPlan, Flip, Tornado } from '../../models/index.ts';
import { moonPicture } from '../charts/draw-moon.ts';
import { drawWaterfall } from '../charts/draw-waterfall.ts';
import { escapeMarkup } from '../charts/svg-text.ts';
import { createCausesView } from '../decide/causes-view.ts';
import { createDriversView } from '../decide/drivers-view.ts';
import { text as decideText } from '../decide/text.ts';
import type { Model } from '../state/session.ts';
import { text } from '../text.ts';
import { createFeeCurveView } from '../views/fee-curve-view.ts';
import { inputValue } from '../views/input-words.ts';
import { describeTerms } from '../views/plan-terms.ts';
import { createSegmentsView } from '../views/segments-view.ts';
import { createVerdictView } from '../views/verdict-view.ts';
import { boardText } from './board-text.ts';
import { drawBoardCurve } from './draw-board-curve.ts';
import { drawBoardDots } from './draw-board-dots.ts';
import { drawBoardSegments } from './draw-board-segments.ts';

/** What the board page is made of; all draws of the model are done. */
export interface BoardSources {
  readonly model: Model;
  readonly causes: AttributedPlan;
  /** Draws behind the causes; 0 for an estimate at best values. */
  readonly causeDraws: number;
  readonly tornado: Tornado;
  readonly flips: readonly Flip[];
  /** Day of printing in words; absent where the same file is to give the same bytes. */
  readonly date?: string;
}

/** Pixels across the sheet: A4 less its margins. */
const width = 700;
const dotsWidth = 260;
const shown = 5;
/** Heights of the curve: what long lists leave of the sheet. */
const [tallest, lowest] = [206, 118];

/** Characters of the terms on one line of the sheet, and as many as there is room for. */
const [lineLength, mostTerms] = [120, 360];

/** The one page for a board as markup: no script, nothing to load, every name escaped. */
export function createBoard(sources: BoardSources): { readonly title: string; readonly body: string } {
  const { model } = sources;
  const { scenario } = model.situation;
  const verdict = createVerdictView(model);
  const curve = createFeeCurveView(model);
  const segments = createSegmentsView(model);
  const causes = causesFigure(sources);
  const terms = termsOf(describeTerms(model.situation));
  // Each step beyond four takes its room from the curve, as does each line of terms beyond one.
  const taken = 23 * Math.max(0, causes.steps - 4) + 15 * Math.floor(terms.length / lineLength);
  const curveHeight = Math.max(lowest, tallest - taken);
  const sentence = verdict.parts
    .map(({ kind, text: part }) => `<span class="${kind}">${escapeMarkup(part)}</span>`)
    .join('');
  const body = `<article class="board">
<header><b>${escapeMarkup(text.product)}</b><span>${escapeMarkup(scenario.title)}</span></header>
<section class="top">
<div><p class="kick"><b>${escapeMarkup(verdict.decision)}</b> · ${escapeMarkup(verdict.context)}</p><h1>${sentence}</h1></div>
<div>${drawBoardDots(verdict, dotsWidth)}<p class="sub">${escapeMarkup(verdict.dots.sub)}</p></div>
</section>
<p class="terms">${escapeMarkup(terms)}</p>
${figure(curve.title, curve.sub, drawBoardCurve(curve, model, width, curveHeight))}
${figure(causes.title, causes.sub, causes.picture)}
<section class="pair">
${figure(segments.title, segments.sub, drawBoardSegments(segments, 336))}
${driversFigure(sources)}
</section>
${footer(sources)}
</article>`;
  return { title: boardText.title(scenario.title), body };
}

/** As many terms as there is room for, and how many more there are. */
function termsOf(terms: readonly string[]): string {
  for (let count = terms.length; count > 1; count--) {
    const more = terms.length - count;
    const line = [...terms.slice(0, count), ...(more > 0 ? [boardText.moreTerms(more)] : [])].join(' · ');
    if (line.length <= mostTerms) return line;
  }
  return terms[0] ?? '';
}

function causesFigure({ model, causes, causeDraws }: BoardSources) {
  const { situation, results } = model;
  const { months, currency } = situation.scenario;
  const result = results.draws?.result;
  const worth = result?.segments.reduce((sum, segment) => sum + segment.profit.mean, 0);
  const baseline =
    causeDraws === 0 || worth === undefined || !result?.impact ? null : worth - result.impact.profit.mean;
  const { low80, high80 } = causes.total.profit.over;
  const range = causeDraws === 0 ? {} : { low80, high80 };
  const { title, data } = createCausesView(causes, { currency, baseline, ...range });
  const basis = causeDraws === 0 ? decideText.causesBest : decideText.causesMeans(causeDraws);
  const sub = `${decideText.causesSub(months)} · ${basis}`;
  return { title, sub, picture: drawWaterfall(data, width, 23), steps: data.steps.length };
}

function driversFigure({ model, tornado, flips }: BoardSources): string {
  const { scenario } = model.situation;
  const { data } = createDriversView(tornado, flips, scenario);
  const { columns } = boardText;
  const inputs = tornado.inputs.filter(({ range }) => range > 0);
  const rows = data.rows.slice(0, shown).map(({ name, evidence, note, beside, low, high }, index) => {
    const { unit } = inputs[index];
    const range = [inputs[index].low.value, inputs[index].high.value].map((value) =>
      inputValue(value, unit, scenario.currency),
    );
    const effect = [low, high].map(({ value }) => data.format(value));
    const cells = [range, effect, [beside]].map((cell) => `<td>${writeRange(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeMarkup(name)}<br><span>${moonPicture(evidence)}${escapeMarkup(note)}</span></th>${cells}</tr>`;
  });
  const head = [columns.input, columns.range, columns.effect, columns.flips]
    .map((title) => `<th scope="col">${escapeMarkup(title)}</th>`)
    .join('');
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return figure(boardText.rests, boardText.restsSub, table);
}

/** A range breaks between its ends only. */
function writeRange(ends: readonly string[]): string {
  return ends.map((end) => `<i>${escapeMarkup(end)}</i>`).join(' to ');
}

function footer({ model, date }: BoardSources): string {
  const { draws } = model.results;
  const words = [
    boardText.reading,
    ...(draws ? [boardText.provenance(draws.engine.version, draws.engine.seed, draws.done)] : []),
    ...(draws ? [boardText.digest(draws.digest)] : []),
    ...(date ? [boardText.on(date)] : []),
  ];
  return `<footer>${words.map((line) => `<p>${escapeMarkup(line)}</p>`).join('')}</footer>`;
}

function figure(title: string, sub: string, body: string): string {
  return `<section class="figure"><h2>${escapeMarkup(title)}</h2><p class="sub">${escapeMarkup(sub)}</p>${body}</section>`;
}
