/** How the board page looks, on screen and on paper: light tokens only, A4 upright, no controls. */
export const boardStyles = `
:root, :host { color-scheme: light; }
.board {
  --paper: #ffffff; --ink: #16181b; --ink-2: #454a50; --ink-3: #63686e; --hair: #dcdcd5; --edge: #83888e;
  --accent: #8a1f63; --gain: #005f99; --gain-50: #8dbbd8; --gain-80: #bdd8e8; --loss: #d55e00; --loss-text: #a34600;
  --loss-50: #f0ac80; --loss-80: #f7cfb5;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", system-ui, sans-serif;
  --serif: "Iowan Old Style", Charter, Palatino, "Source Serif 4", "Liberation Serif", "Times New Roman", serif;
  box-sizing: border-box; max-width: 700px; margin: 0 auto; background: var(--paper); color: var(--ink);
  font: 400 11.3px/1.35 var(--sans); font-variant-numeric: tabular-nums lining-nums;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.board * { box-sizing: border-box; margin: 0; padding: 0; }
.board header { display: flex; gap: 10px; align-items: baseline; padding-bottom: 4px; border-bottom: 1px solid var(--ink); }
.board header b { font: 700 17px/1.2 var(--serif); }
.board .top { display: grid; grid-template-columns: minmax(0, 1fr) 260px; column-gap: 28px; align-items: end; padding-top: 9px; }
.board .kick { margin-bottom: 5px; color: var(--ink-3); }
.board .kick b { color: var(--ink); }
.board h1 { font: 400 21px/1.17 var(--serif); letter-spacing: -0.012em; }
.board .terms { margin-top: 8px; color: var(--ink-2); }
.board h1 .loss { color: var(--loss-text); }
.board h1 .aside { font: 400 11px/1.4 var(--sans); letter-spacing: 0; color: var(--ink-2); }
.board .figure { margin-top: 11px; padding-top: 5px; border-top: 1px solid var(--ink); }
.board h2 { font-size: 13.5px; line-height: 1.25; }
.board .sub { margin-bottom: 4px; font-size: 10.5px; color: var(--ink-3); }
.board .pair { display: grid; grid-template-columns: 336px minmax(0, 1fr); column-gap: 28px; }
.board table { width: 100%; border-collapse: collapse; font-size: 10.5px; }
.board th, .board td { padding: 2px 0 2px 8px; border-bottom: 1px solid var(--hair); text-align: right; font-weight: 400; vertical-align: top; }
.board th { padding-left: 0; text-align: left; }
.board thead th + th { padding-left: 8px; text-align: right; white-space: nowrap; }
.board td i { font-style: normal; white-space: nowrap; }
.board thead th { color: var(--ink-3); }
.board th span { color: var(--ink-2); }
.board footer { margin-top: 9px; padding-top: 5px; border-top: 1px solid var(--ink); font-size: 9.5px; line-height: 1.4; color: var(--ink-3); overflow-wrap: anywhere; }
.board svg.drawn { display: block; width: 100%; overflow: visible; font-family: var(--sans); }
.board svg text { fill: var(--ink-2); font-size: 11.3px; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.board svg .quiet { fill: var(--ink-3); }
.board svg .strong { fill: var(--ink); font-weight: 600; }
.board svg .name { fill: var(--ink); }
.board svg .costs { fill: var(--loss-text); }
.board svg .pays { fill: var(--gain); }
.board svg .accent-text { fill: var(--accent); }
.board svg .rule { stroke: var(--ink); }
.board svg .thick { stroke-width: 3; }
.board svg .hair { stroke: var(--hair); }
.board svg .quiet-rule { stroke: var(--edge); }
.board svg .dotted { stroke: var(--ink); stroke-dasharray: 2 3; }
.board svg .whisker { stroke: var(--ink); stroke-width: 1.2; }
.board svg .accent { stroke: var(--accent); }
.board svg .wide { stroke-width: 4; }
.board svg .accent-dot { fill: var(--accent); stroke: var(--paper); stroke-width: 1.5; }
.board svg .line { fill: none; stroke: var(--ink); stroke-width: 1.8; }
.board svg .median { fill: none; stroke: var(--ink); stroke-dasharray: 1.5 2.5; }
.board svg .gain { fill: var(--gain); }
.board svg .loss { fill: var(--loss); }
.board svg .ink { fill: var(--ink); }
.board svg .gain-80 { fill: var(--gain-80); }
.board svg .gain-50 { fill: var(--gain-50); }
.board svg .loss-80 { fill: var(--loss-80); }
.board svg .loss-50 { fill: var(--loss-50); }
.board svg .gain-tint { fill: var(--gain-50); stroke: var(--gain); }
.board svg .loss-tint { fill: var(--loss-50); stroke: var(--loss); }
.board svg.moon-mark { display: inline; margin-right: 4px; vertical-align: -1.5px; }
.board svg .moon { fill: none; stroke: var(--ink-2); }
.board svg .dashed { stroke-dasharray: 1.6 1.6; }
.board svg .moon-full { fill: var(--ink-2); }
@media screen { .board { padding: 24px 0; } }
`;
