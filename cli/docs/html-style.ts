/** How the page looks: readable line lengths, the reader's own light or dark, and contrast that WCAG AA asks for. */
export const styleSheet = `:root {
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #14171c);
  --text: light-dark(#1c2128, #e4e7eb);
  --faint: light-dark(#57606a, #a3acb7);
  --line: light-dark(#d0d7de, #343b45);
  --raised: light-dark(#f4f6f8, #1e232b);
  --link: light-dark(#0b57a4, #7ab8ff);
  --critical: light-dark(#9b1c1c, #ff9c9c);
  --high: light-dark(#a33b00, #ffb07a);
  --medium: light-dark(#7a5300, #f0cc6b);
  --low: light-dark(#2f5d34, #93d69b);
  --info: var(--faint);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem;
  background: var(--ground); color: var(--text);
  font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word;
}
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h2 { margin-top: 3rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
article { margin: 1.5rem 0; padding: .25rem 1.25rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
article > :is(h3, h4) { margin-bottom: .25rem; }
article > p.faint { margin-top: 0; }
article :is(h2, h3, h4) ~ :is(h3, h4) { margin: 1.2rem 0 .2rem; font-size: 1rem; }
ul { padding-left: 1.25rem; margin: .3rem 0; }
a { color: var(--link); }
a.term { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
:is(h2, h3) > a { text-decoration: none; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code { padding: .1em .3em; border-radius: .25rem; background: var(--raised); font: .9em ui-monospace, monospace; }
.faint { color: var(--faint); }
.severity { font-weight: 600; }
.critical { color: var(--critical); }
.high { color: var(--high); }
.medium { color: var(--medium); }
.low { color: var(--low); }
.info { color: var(--info); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: .35rem .75rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
dt { margin-top: .75rem; font-weight: 600; }
dd { margin-left: 1.25rem; }
:target { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; }
@media print { nav, .skip { display: none; } article { break-inside: avoid; } }`
