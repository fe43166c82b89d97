'use strict';
/**
 * The chosen cases and dimensions as rows: what the page, CSV, Excel and Word all show. No DOM; PracticeVerdict judges figures.
 *
 * PracticeCompareRows.build(index, cases, state) → {columns, groups: [{heading, rows}], hidden, total, others, sources};
 *   `others` counts the figures without a measure that a view of figures leaves out; a row is
 *   {label, note, sameness, word, telling, cells, verdicts}: `sameness` is 相同, 不同 or '' where nothing is held equal,
 *   `word` how the reader is told so (都有: a family of mechanisms that all have, in their own ways), `telling` what cannot
 *   be seen at once, `verdicts` are sentences about pairs of figures, each pair in one of them only.
 *   Of a view that shows only what differs, rows marked 相同 are left out, and no others.
 *   A cell is {entries: [{text, shared, status, flags, notes, marks, href, name, figure}], blank, words}.
 */
var PracticeCompareRows = (() => {
  const SAME = '相同';
  const DIFFERENT = '不同';
  const NOT_LISTED = '本库未列';
  const OTHER = '其他数字';
  const PANDEMIC = '疫情防控期间';
  const NAMED = 3;

  const verdict = typeof module === 'object' ? require('./compare-verdict.js') : PracticeVerdict;
  const look = typeof module === 'object' ? require('./compare-figures.js') : PracticeCompareFigures;
  const names = (cases) => cases.map(({ short }) => short).join('、');
  const cell = (entries, blank) => ({ entries, blank });

  function row(label, cells, more) {
    const made = Object.assign({ label, note: '', sameness: '', telling: [], cells, verdicts: [] }, more);
    return Object.assign({ word: made.sameness }, made);
  }

  /** Closed words: equal sets are the same; what several share, and what one alone has, is said. */
  function wordsRow({ key, label }, index, cases) {
    const holders = new Map();
    const place = (word) => index.families.indexOf(word);
    const wordsOf = (item) => item.words[key].slice().sort((one, other) => place(one) - place(other));
    cases.forEach((item) => wordsOf(item).forEach((word) => holders.set(word, (holders.get(word) || []).concat(item))));
    const all = Array.from(holders.values()).every((held) => held.length === cases.length);
    const shared = (word) => !all && holders.get(word).length > 1;
    const cells = cases.map((item) => Object.assign(cell(wordsOf(item).map((text) => ({ text, shared: shared(text) })), NOT_LISTED), { words: true }));
    return row(label, cells, { sameness: all ? SAME : DIFFERENT, telling: all ? [] : told(holders, cases) });
  }

  /** ``都有：网格管理`` or ``只有西塘有：…``; of single values only who shares one needs saying. */
  function told(holders, cases) {
    const by = new Map();
    holders.forEach((held, word) => {
      const who = held.length === cases.length ? '都有' : held.length > 1 ? names(held) + '共有' : '只有' + names(held) + '有';
      by.set(who, (by.get(who) || []).concat(word));
    });
    const single = cases.every((item) => Array.from(holders.values()).filter((held) => held.includes(item)).length < 2);
    const size = ([, words]) => holders.get(words[0]).length;
    const said = Array.from(by).filter((found) => !single || size(found) > 1).sort((one, other) => size(other) - size(one));
    return said.map(([who, words]) => who + '：' + words.join('、'));
  }

  /** Lists and sentences are not held equal or different. Single values are, where each case has one: the very same words or others. */
  function entriesRow({ key, label, kind }, cases) {
    const cells = cases.map((item) => cell(item.cells[key], item.blanks[key]));
    const texts = cells.map(({ entries }) => verdict.folded(entries.map(({ text }) => text).join()));
    const none = cells.every(({ entries }) => !entries.length);
    const single = kind === 'text' && cells.every(({ entries }) => entries.length);
    const sameness = !single ? '' : texts.every((text) => text === texts[0]) ? SAME : DIFFERENT;
    return row(label, cells, { sameness, word: none ? '都没有列出' : sameness });
  }

  /** A row a family of mechanisms, where any of the cases has it. */
  function familyRows(index, cases) {
    const has = (item, family) => Object.prototype.hasOwnProperty.call(item.families, family);
    return index.families.filter((family) => cases.some((item) => has(item, family))).map((family) => {
      const held = cases.filter((item) => has(item, family));
      const cells = cases.map((item) => cell(has(item, family) ? item.families[family] : [], NOT_LISTED));
      const all = held.length === cases.length;
      const telling = all ? '做法未必相同，各见格内' : (held.length > 1 ? '' : '只有') + names(held) + '有';
      return row('机制：' + family, cells, { sameness: all ? '' : DIFFERENT, word: all ? '都有' : DIFFERENT, telling: [telling] });
    });
  }

  function figureEntry(figure) {
    return {
      text: figure.literal, name: figure.name, figure, status: figure.status, flags: figure.mark ? [figure.mark] : [],
      notes: look.terms(figure), marks: figure.marks, href: figure.href,
    };
  }

  const figureCell = (figures) => cell(figures.map(figureEntry), NOT_LISTED);

  /** A figure with what judging it needs of its case. */
  const placed = (item) => item.figures.map((figure) => Object.assign({ case: item.id, short: item.short, places: item.places }, figure));

  /** A row a measure, in the order of the library's list. Never by value. */
  function figureRows(index, cases) {
    const figures = cases.map(placed);
    const told = new Set();
    return index.measures.filter(({ id }) => figures.some((own) => own.some(of(id)))).map(({ id, name, meaning }) => {
      const cells = figures.map((own) => figureCell(own.filter(of(id))));
      return row('指标：' + name, cells, { note: '指：' + meaning, verdicts: measureVerdicts(id, cases, figures, told) });
    });
  }

  /** The figures that have no measure: many, and read one by one; a row a status, those of the pandemic apart from all. */
  function otherRows(index, cases) {
    const others = cases.map((item) => placed(item).filter(unmeasured));
    const kind = (figure) => (figure.mark === PANDEMIC ? PANDEMIC : index.marks[figure.status][0]);
    const kinds = Object.keys(index.marks).map((status) => index.marks[status][0]).concat(PANDEMIC);
    const found = kinds.filter((name, place) => kinds.indexOf(name) === place && others.some((own) => own.some((figure) => kind(figure) === name)));
    const told = { verdicts: ['没有标可比指标的数逐个来看，不相互比较，也不与标了可比指标的数比较。'] };
    return found.map((name) => row(OTHER + '：' + name, others.map((own) => figureCell(own.filter((figure) => kind(figure) === name))), told));
  }

  const unmeasured = ({ measure }) => !measure;

  /** How many such figures are left out of a view that shows the others. */
  function othersLeft(index, cases, state) {
    const shows = (kind) => index.dimensions.some((dimension) => dimension.kind === kind && state.fields.includes(dimension.key));
    return shows('figures') && !shows('other-figures') ? [].concat(...cases.map((item) => item.figures.filter(unmeasured))).length : 0;
  }

  const of = (id) => ({ measure }) => Boolean(measure) && measure.id === id;

  /**
   * What a reader may hold of one measure against each other: within a case, in each pair of the cases, and against what
   * looks like it under another measure. `told` keeps the pairs that an earlier row has told.
   */
  function measureVerdicts(id, cases, figures, told) {
    const mine = figures.map((own) => own.filter(of(id)));
    const within = [].concat(...figures.map((own, place) => grouped(pairs(mine[place]), verdict.words).concat(lookAlikes(mine[place], own, told))));
    const across = pairs(cases.map((_, place) => place)).map(([one, other]) => {
      if (mine[one].length && mine[other].length) return grouped(product(mine[one], mine[other]), verdict.words);
      return mine[one].length ? lookAlikes(mine[one], figures[other], told) : lookAlikes(mine[other], figures[one], told);
    });
    const lacking = cases.filter((_, place) => !mine[place].length);
    return within.concat(...across, lacking.length ? ['本库没有列出这一指标：' + names(lacking)] : []);
  }

  /** Figures of another measure that look like these: changes like changes, of like unit or kind (generator/compare/peers.py). */
  function lookAlikes(mine, others, told) {
    const near = product(mine, others.filter(({ measure }) => measure && !(mine.length && of(mine[0].measure.id)({ measure }))));
    const fresh = near.filter(([a, b]) => look.alike(a, b) && !told.has(pairKey(a, b)));
    fresh.forEach(([a, b]) => told.add(pairKey(a, b)));
    return grouped(fresh, verdict.brief);
  }

  const figureKey = (figure) => figure.case + ' ' + figure.id;
  const pairKey = (a, b) => [a, b].map(figureKey).sort().join('|');

  /** Pairs that get the same words in one sentence, ``西塘“报案率”与城阳“投诉率”：不可比：…``; none says more pairs than these. */
  function grouped(found, tell) {
    const by = new Map();
    found.forEach(([a, b]) => {
      const words = tell(verdict.compare(a, b));
      by.set(words, (by.get(words) || []).concat([[a, b]]));
    });
    return [].concat(...Array.from(by, ([words, held]) => sides(held).map((said) => said + '：' + words)));
  }

  /** All among each other, or each of some with each of others. */
  function sides(held) {
    const all = Array.from(new Set([].concat(...held)));
    const one = all.every((figure) => figure.case === all[0].case);
    if (one && held.length === all.length * (all.length - 1) / 2 && all.length > 1) return [side(all) + '之间'];
    const partners = new Map();
    held.forEach(([a, b]) => partners.set(a, (partners.get(a) || []).concat(b)));
    const alike = new Map();
    partners.forEach((others, a) => {
      const key = others.map(figureKey).join('|');
      alike.set(key, { ones: alike.has(key) ? alike.get(key).ones.concat(a) : [a], others });
    });
    return Array.from(alike.values(), ({ ones, others }) => side(ones) + '与' + side(others, ones[0].case));
  }

  /** The figures of one side by name; the case is not named again where both sides are of one. */
  function side(figures, said = '') {
    const named = Array.from(new Set(figures.map(({ name, literal }) => '“' + name + ' ' + literal + '”')));
    const more = named.length > NAMED ? '等 ' + named.length + ' 个数' : '';
    return (figures[0].case === said ? '' : figures[0].short) + named.slice(0, NAMED).join('') + more;
  }

  const pairs = (items) => [].concat(...items.map((one, place) => items.slice(place + 1).map((other) => [one, other])));
  const product = (ones, others) => [].concat(...ones.map((one) => others.map((other) => [one, other])));

  function rowsOf(dimension, index, cases) {
    if (dimension.kind === 'words') return [wordsRow(dimension, index, cases)];
    if (dimension.kind === 'families') return familyRows(index, cases);
    if (dimension.kind === 'figures') return figureRows(index, cases);
    if (dimension.kind === 'other-figures') return otherRows(index, cases);
    return [entriesRow(dimension, cases)];
  }

  function build(index, cases, state) {
    const groups = [];
    let total = 0;
    let hidden = 0;
    index.dimensions.filter(({ key }) => state.fields.includes(key)).forEach((dimension) => {
      const rows = rowsOf(dimension, index, cases);
      const shown = rows.filter(({ sameness }) => !state.only || sameness !== SAME);
      total += rows.length;
      hidden += rows.length - shown.length;
      if (!groups.length || groups[groups.length - 1].heading !== dimension.group) groups.push({ heading: dimension.group, rows: [] });
      groups[groups.length - 1].rows.push(...shown);
    });
    return { columns: cases, groups: groups.filter(({ rows }) => rows.length), total, hidden, only: state.only, others: othersLeft(index, cases, state), sources: sourcesOf(cases) };
  }

  /** Each source once, with the cases that rest on it. */
  function sourcesOf(cases) {
    const found = new Map();
    cases.forEach((item) => item.sources.forEach((source) => {
      const known = found.get(source.id) || Object.assign({ cases: [] }, source);
      known.cases.push(item.short);
      found.set(source.id, known);
    }));
    return Array.from(found.values());
  }

  return { build, SAME, DIFFERENT };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeCompareRows;
