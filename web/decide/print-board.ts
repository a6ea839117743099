import { type BoardSources, createBoard } from '../report/board.ts';
import { boardStyles } from '../report/board-styles.ts';
import './board-print.css';

/** Prints the page for the board: the browser's dialog opens with it, and afterwards the page is as it was. */
export function printBoard(sources: BoardSources): void {
  const { title, body } = createBoard(sources);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(boardStyles);
  const host = document.createElement('kept-board');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = body;
  document.body.append(host);
  const { documentElement } = document;
  documentElement.classList.add('for-board');
  const before = document.title;
  // Browsers name the file after the title.
  document.title = title;
  const done = () => {
    host.remove();
    documentElement.classList.remove('for-board');
    document.title = before;
  };
  window.addEventListener('afterprint', done, { once: true });
  window.print();
}
