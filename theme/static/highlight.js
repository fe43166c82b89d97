'use strict';
/**
 * On a page opened with ?hl=<folded text>: marks what was searched for and shows where it stands. site.js loads this file
 * on such pages only, and this file what it needs; without any of it the page still opens at its place.
 */
(() => {
  const MOST = 8;
  /** What search reads, and key figures, which repeat what stands in a table further down. */
  const MARKED = '[data-record], .figure-card .literal, .figure-card .name';
  const PLAIN = { spaces: '', quotes: '', invisible: '', from: '', to: '' };
  const assets = document.currentScript.src.replace(/[^/]*$/, '');
  const terms = Array.from(new Set(new URLSearchParams(location.search).getAll('hl'))).filter(Boolean).slice(0, MOST);
  let folding = PLAIN;

  /** search/folding.js hands its table to the search page's global. */
  if (!window.PracticeSearch) window.PracticeSearch = { register(name, edition, table) { folding = table; } };

  function bring(tag, properties) {
    return new Promise((resolve, reject) => {
      document.head.append(Object.assign(document.createElement(tag), properties, { onload: resolve, onerror: reject }));
    });
  }

  const script = (address) => bring('script', { charset: 'utf-8', src: assets + address });

  function loaded() {
    return document.readyState === 'complete' ? null : new Promise((resolve) => window.addEventListener('load', resolve));
  }

  /** Whoever came Back or reloads is where they were; only a link opened moves the page. */
  function isOpened() {
    const [entry] = performance.getEntriesByType('navigation');
    return !entry || entry.type === 'navigate';
  }

  function start() {
    const { foldWithOrigins, fold } = PracticeFold.create(folding);
    const rangesOf = (text) => PracticeMarks.ranges(PracticeExcerpt.marked(text, terms, { foldWithOrigins }));
    const hits = PracticeMarks.put(document.querySelectorAll(MARKED), rangesOf);
    const found = terms.map((term) => hits.find(({ text }) => fold(text).includes(term))).filter(Boolean);
    if (!hits.length) return;
    const names = Array.from(new Set(found.map(({ text }) => text)));
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    PracticeMarksBar.show(hits, names, place ? PracticeMarks.nearest(hits, place) : -1, isOpened());
  }

  Promise.all([
    script('search-fold.js'), script('search-excerpt.js'), script('highlight-marks.js'), script('highlight-bar.js'),
    bring('link', { rel: 'stylesheet', href: assets + 'highlight.css' }), script('../search/folding.js').catch(() => null), loaded(),
  ]).then(start);
})();
