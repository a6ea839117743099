import './styles/index.css';
import { scenarios, texts } from 'virtual:scenarios';
import { createDocument } from './state/documents.ts';
import './kept-app.ts';

const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

/** The scenario that opens by itself stands first. */
const first = 'telco-fee-increase.yaml';

const app = document.createElement('kept-app');
app.documents = scenarios
  .toSorted((a, b) => Number(b.file === first) - Number(a.file === first))
  .map(({ file, scenario }) =>
    createDocument(
      file.startsWith('backtests/') ? 'backtest' : 'shipped',
      file,
      scenario,
      async () => (await texts[file]()).default,
    ),
  );
document.body.prepend(app);
