import './styles/index.css';
import { loaders, offered, opening, texts } from 'virtual:scenarios';
import type { Scenario } from '../models/index.ts';
import { useLocale } from './format.ts';
import type { ScenarioGroup } from './state/choice.ts';
import { createDocument } from './state/documents.ts';
import './kept-app.ts';

useLocale(navigator.language);
const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

const folders: Readonly<Record<string, ScenarioGroup>> = {
  lessons: 'lesson',
  backtests: 'backtest',
  templates: 'template',
};
const groupOf = (file: string) => folders[file.split('/')[0]] ?? 'shipped';
const documentOf = (file: string, scenario: Scenario) =>
  createDocument(groupOf(file), file, scenario, async () => (await texts[file]()).default, file);

const app = document.createElement('kept-app');
app.opening = documentOf(opening.file, opening.scenario);
app.offers = offered
  .toSorted((a, b) => Number(b.file === opening.file) - Number(a.file === opening.file))
  .map(({ file, title }) => ({
    key: file,
    group: groupOf(file),
    title,
    load: async () => documentOf(file, (await loaders[file]()).scenario),
  }));
document.body.prepend(app);
