'use strict';
/**
 * The figures of a view one a row, typed: the sheet that generator/compare/figure_sheet.py makes of a command's table. No DOM.
 *
 * PracticeCompareFigures.NAMES → the columns, .TYPED those of numbers, .READING how to read them; .rows(view) → their cells, in the order of the view, never by value: words, or
 *   a number where the literal is exact, else null. 可比性 speaks of the figures in the sheet alone. .terms(figure) → the
 *   conditions it was counted under, in words; .alike(a, b) → whether a reader might hold one against the other.
 */
var PracticeCompareFigures = (() => {
  const NAMES = ['案例', '指标', '数值', '数', '前值', '单位', '状态', '标记', '时段', '基期', '口径', '范围', '可比指标', '可比性', '依据'];
  /** Where the typed numbers stand: no filter there, which could show them by value. */
  const TYPED = ['数', '前值'].map((name) => NAMES.indexOf(name));
  const READING = '一行一个数，照材料列出，不评高低。“数”“前值”只填确数，降低为负；目标不是结果，状态逐一标明。';
  const UNKNOWN = '材料未说明';
  const NOT_APPLICABLE = '不适用';
  const NO_MEASURE = '未标';
  const NO_PEER = '所列的数里没有可与它对照的';
  /** As many as generator/compare/peers.py names. */
  const LIMIT = 24;

  const verdict = typeof module === 'object' ? require('./compare-verdict.js') : PracticeVerdict;
  const RANK = [verdict.COMPARABLE, verdict.SERIES, verdict.INCOMPARABLE];
  const measureOf = ({ measure }) => (measure ? measure.id : '');

  /** The numbers a spreadsheet may calculate with; generator/compare/side_by_side.py gives none where the literal is not exact. */
  function exact(figure) {
    if (figure.value === null || figure.approx) return null;
    return figure.direction === 'down' ? -figure.value : figure.value;
  }
  const before = (figure) => (figure.value === null || figure.approx ? null : figure.start);

  /** The buckets a figure is in, nearest first: twin of generator/compare/peers.py. */
  function keys(figure) {
    const kind = verdict.kindOf(figure);
    const likenesses = ['unit ' + verdict.unitOf(figure), ...(kind ? ['kind ' + kind] : [])];
    // 82%→87% is a change, and its end is read as a level too.
    const sides = figure.start !== null ? [true, false] : [verdict.isChange(figure)];
    const each = (head) => [].concat(...sides.map((side) => likenesses.map((likeness) => head + side + ' ' + likeness)));
    return [...(figure.measure ? ['measure ' + measureOf(figure)] : []), ...each('case ' + figure.case + ' '), ...each('')];
  }

  /** Of like unit or kind, changes with changes, levels with levels: what two figures of different measures share to be peers. */
  function alike(a, b) {
    const own = keys(a).filter((key) => !key.startsWith('measure ') && !key.startsWith('case '));
    return keys(b).some((key) => own.includes(key));
  }

  /** A level has no base period; whatever else the source leaves out is said to be left out. */
  const terms = (figure) => [
    ['时段', figure.period], ['基期', figure.baseline || (verdict.isChange(figure) ? '' : NOT_APPLICABLE)],
    ['口径', figure.basis], ['范围', figure.scope],
  ].map(([name, text]) => [name, text.trim() ? text : UNKNOWN]);

  function peersAmong(figures) {
    const buckets = new Map();
    figures.forEach((figure) => keys(figure).forEach((key) => buckets.set(key, (buckets.get(key) || []).concat(figure))));
    return (figure) => {
      const found = new Set([].concat(...keys(figure).map((key) => buckets.get(key))));
      found.delete(figure);
      const near = new Set(Array.from(found).slice(0, LIMIT));
      return figures.filter((other) => near.has(other));
    };
  }

  /** The peers by case: ``本案“2022年底 全覆盖”`` within a series, ``西塘“报案率”“治安事件”`` elsewhere. */
  function named(figure, peers) {
    const by = new Map();
    peers.forEach((peer) => {
      const own = peer.case === figure.case;
      const series = own && figure.measure && measureOf(peer) === measureOf(figure);
      const name = '“' + (series ? peer.period + ' ' + peer.literal : peer.name) + '”';
      const place = own ? '本案' : peer.short;
      by.set(place, (by.get(place) || new Set()).add(name));
    });
    return Array.from(by, ([place, names]) => place + Array.from(names).join('')).join('；');
  }

  /** What the figure leaves open, then each verdict with the figures it holds for: twin of generator/compare/verdicts.py. */
  function judged(figure, peers) {
    const held = new Map();
    peers.forEach((peer) => {
      const found = verdict.compare(figure, peer);
      const words = verdict.brief(found);
      const known = held.get(words) || { rank: RANK.indexOf(found.relation), words, peers: [] };
      known.peers.push(peer);
      held.set(words, known);
    });
    const blanks = verdict.blanks(figure);
    const own = blanks.length ? [verdict.undisclosed(blanks)] : [];
    const ranked = Array.from(held.values()).sort((one, other) => one.rank - other.rank);
    return own.concat(ranked.map((found) => found.words + '（对照：' + named(figure, found.peers) + '）'));
  }

  function rows(view) {
    const cells = [].concat(...view.groups.map((group) => [].concat(...group.rows.map((row) => row.cells))));
    const figures = [].concat(...cells.map(({ entries }) => entries)).map(({ figure }) => figure).filter(Boolean);
    const peers = peersAmong(figures);
    return figures.map((figure) => [
      figure.short, figure.name, figure.literal, exact(figure), before(figure), figure.unit, view.marks[figure.status][0], figure.mark,
      ...terms(figure).map(([, text]) => text), figure.measure ? figure.measure.name : NO_MEASURE,
      judged(figure, peers(figure)).join('\n') || NO_PEER, figure.marks.map(([label]) => label).join('、'),
    ]);
  }

  return { NAMES, TYPED, READING, rows, terms, alike };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeCompareFigures;
