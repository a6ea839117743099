import './styles/index.css';
import { scenarios, texts } from 'virtual:scenarios';
import { createDocument } from './state/documents.ts';
import './kept-app.ts';

const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

const app = document.createElement('kept-app');
app.documents = scenarios.map(({ file, scenario }) =>
  createDocument(file, scenario, async () => (await texts[file]()).default),
);
document.body.prepend(app);
