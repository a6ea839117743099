import { mechanisms } from '../../models/mechanisms/index.ts';
import type { Channel, Measure } from './channel.ts';
import { withoutChannel } from './channels.ts';
import type { Figures, Measured } from './measure.ts';

/** The page `docs/ablation.md`. */
export function formatAblation(measured: readonly Measured[]): string {
  const agreed = measured.filter(({ agrees }) => agrees).length;
  const exceptions = measured.filter(({ agrees }) => !agrees);
  return `<!-- Written by \`npm run ablation\` from test/ablation; edit the channels there. -->

# What each channel does

A model of many effects should say what each of them contributes. Here each channel is switched off by its own parameters,
all else as it was, in a plan in which it acts: a scenario that ships, or \`test/ablation/firm.yaml\`, which has what those
leave out. Figures are the plan against doing nothing at best values, first with the channel, then without it. The churn
observed stays the same without it, since every run starts from it. Beside them stands where the figure must go by the
literature. In ${agreed} of ${measured.length} it goes there.

Many channels were given their sign by the same literature, so that agreement shows that the sign survives everything else that
goes on in a whole run; it is no evidence for the size. *Judgement* marks directions without a study behind them.

${measured.length - agreed === 0 ? 'No channel departs.' : `## Where it comes out otherwise\n\n${exceptions.map(exceptionLine).join('\n')}`}

## All channels

| channel | literature | scenario · plan | attrition with → without | profit with equity with → without | without it | comes out |
|---|---|---|---|---|---|---|
${measured.map(row).join('\n')}

## Mechanisms without a channel

${Object.entries(withoutChannel)
  .map(([name, reason]) => `- ${titleOf(name)}: ${reason}.`)
  .join('\n')}
`;
}

/** Titles of the mechanisms that a channel's parameters belong to. */
export function mechanismsOf({ off }: Channel): string[] {
  return mechanisms
    .filter(({ parameters }) => parameters.some(({ name }) => name in off))
    .map(({ name }) => name);
}

const titleOf = (name: string) => mechanisms.find((mechanism) => mechanism.name === name)?.title ?? name;

function exceptionLine({ channel, with: whole, without }: Measured): string {
  return `- **${channel.name}**: ${channel.literature}. Without it, ${channel.on} should be ${channel.without}; it is ${formatOn(channel.on, whole)} with and ${formatOn(channel.on, without)} without, because ${channel.otherwise}.`;
}

function row({ channel, title, currency, with: whole, without, agrees }: Measured): string {
  const move = (measure: Measure) => `${formatOn(measure, whole)} → ${formatOn(measure, without)}`;
  const parameters = Object.keys(channel.off).map((name) => `\`${name}\``);
  const shown = channel.on === 'customers at the end' ? ` (${move(channel.on)})` : '';
  return `| **${channel.name}** · ${mechanismsOf(channel).map(titleOf).join(', ')} · ${parameters.join(', ')} | ${channel.literature} | ${title} · ${channel.plan} | ${move('attrition')} | ${move('profit with equity')} ${currency} | ${channel.on} ${channel.without}${shown} | ${agrees ? 'yes' : '**no**'} |`;
}

function formatOn(measure: Measure, figures: Figures): string {
  const value = figures[measure];
  const digits = measure === 'attrition' ? 3 : 0;
  const text = (measure === 'attrition' ? 100 * value : value).toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  });
  return `${text.replace('-', '−')}${measure === 'attrition' ? ' %' : ''}`;
}
