'use strict';
/**
 * The chosen cases and dimensions as rows: what the page, CSV, Excel and Word all show. No DOM; PracticeVerdict judges figures.
 *
 * PracticeCompareRows.build(index, cases, state) → {columns, groups: [{heading, rows}], hidden, total, sources}; a row is
 *   {label, note, sameness, word, telling, cells, verdicts}: `sameness` is 相同, 不同 or '' where nothing is held equal,
 *   `word` how the reader is told so (都有: a family of mechanisms that all have, in their own ways), `telling` what cannot
 *   be seen at once, `verdicts` are sentences about pairs of figures.
 *   A cell is {entries: [{text, shared, status, flags, notes, marks, href, name, figure}], blank, words}.
 */
var PracticeCompareRows = (() => {
  const SAME = '相同';
  const DIFFERENT = '不同';
  const NOT_LISTED = '本库未列';
  const OTHER = '其他数字';
  const NAMED = 3;

  const verdict = typeof module === 'object' ? require('./compare-verdict.js') : PracticeVerdict;
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

  /** Free words and lists are not held equal, but for the very same words; a row that no case has differs in nothing. */
  function entriesRow({ key, label, kind }, cases) {
    const cells = cases.map((item) => cell(item.cells[key], item.blanks[key]));
    const texts = cells.map(({ entries }) => verdict.folded(entries.map(({ text }) => text).join()));
    const none = cells.every(({ entries }) => !entries.length);
    const same = none || (kind === 'text' && texts.every((text) => text === texts[0]));
    return row(label, cells, { sameness: same ? SAME : '', word: none ? '都没有列出' : same ? SAME : '' });
  }

  /** A row a family of mechanisms, where any of the cases has it. */
  function familyRows(index, cases) {
    const has = (item, family) => Object.prototype.hasOwnProperty.call(item.families, family);
    return index.families.filter((family) => cases.some((item) => has(item, family))).map((family) => {
      const held = cases.filter((item) => has(item, family));
      const cells = cases.map((item) => cell(has(item, family) ? item.families[family] : [], NOT_LISTED));
      const all = held.length === cases.length;
      const telling = all ? '做法未必相同，各见格内' : (held.length > 1 ? '' : '只有') + names(held) + '有';
      return row('机制：' + family, cells, { sameness: all ? SAME : DIFFERENT, word: all ? '都有' : DIFFERENT, telling: [telling] });
    });
  }

  function figureEntry(figure) {
    const terms = [['时段', figure.period], ['基期', figure.baseline], ['口径', figure.basis], ['范围', figure.scope]];
    const notes = terms.filter(([, text]) => text.trim());
    if (!figure.basis.trim()) notes.push(['口径', '未披露']);
    return {
      text: figure.literal, name: figure.name, figure, status: figure.status, flags: figure.mark ? [figure.mark] : [],
      notes, marks: figure.marks, href: figure.href,
    };
  }

  const figureCell = (figures) => cell(figures.map(figureEntry), NOT_LISTED);

  /** A figure with what judging it needs of its case. */
  const placed = (item) => item.figures.map((figure) => Object.assign({ case: item.id, short: item.short, places: item.places }, figure));

  /** A row a measure, in the order of the library's list, then the figures that have none. Never by value. */
  function figureRows(index, cases) {
    const figures = cases.map(placed);
    const rows = index.measures.filter(({ id }) => figures.some((own) => own.some(of(id)))).map(({ id, name, meaning }) => {
      const cells = figures.map((own) => figureCell(own.filter(of(id))));
      return row('指标：' + name, cells, { note: '指：' + meaning, verdicts: measureVerdicts(id, cases, figures) });
    });
    const others = figures.map((own) => own.filter(({ measure }) => !measure));
    if (others.some((own) => own.length)) {
      rows.push(row(OTHER, others.map(figureCell), { verdicts: ['没有标可比指标的数逐个来看，不相互比较，也不与上面的数比较。'] }));
    }
    return rows;
  }

  const of = (id) => ({ measure }) => Boolean(measure) && measure.id === id;

  /** What a reader may hold of one measure against each other: within a case, and in each pair of the cases. */
  function measureVerdicts(id, cases, figures) {
    const mine = figures.map((own) => own.filter(of(id)));
    const within = [].concat(...mine.map((own) => grouped(pairs(own), verdict.words)));
    const across = pairs(cases.map((_, place) => place)).map(([one, other]) => {
      if (mine[one].length && mine[other].length) return grouped(product(mine[one], mine[other]), verdict.words);
      if (mine[one].length) return against(mine[one], cases[other], figures[other]);
      return mine[other].length ? against(mine[other], cases[one], figures[one]) : [];
    });
    return within.concat(...across);
  }

  /** A case without this measure may have a figure that looks like it: a change against changes, of like unit or kind. */
  function against(own, item, others) {
    const alike = (a, b) => verdict.isChange(a) === verdict.isChange(b) &&
      (verdict.unitOf(a) === verdict.unitOf(b) || (verdict.kindOf(a) !== '' && verdict.kindOf(a) === verdict.kindOf(b)));
    const near = product(own, others.filter(({ measure }) => measure)).filter(([a, b]) => alike(a, b));
    return near.length ? grouped(near, verdict.brief) : [own[0].short + '与' + item.short + '：' + item.short + '没有列出这一指标'];
  }

  /** Pairs that get the same words in one sentence: ``西塘“报案率”与城阳“投诉率”：不可比：…``. */
  function grouped(found, tell) {
    const by = new Map();
    found.forEach(([a, b]) => {
      const words = tell(verdict.compare(a, b));
      by.set(words, (by.get(words) || []).concat([[a, b]]));
    });
    return Array.from(by, ([words, held]) => {
      const [ones, others] = [held.map(([a]) => a), held.map(([, b]) => b)];
      const within = ones[0].case === others[0].case;
      return (within ? side(ones.concat(others)) + '之间' : side(ones) + '与' + side(others)) + '：' + words;
    });
  }

  function side(figures) {
    const named = Array.from(new Set(figures.map(({ name, literal }) => '“' + name + ' ' + literal + '”')));
    return figures[0].short + named.slice(0, NAMED).join('') + (named.length > NAMED ? '等 ' + named.length + ' 个数' : '');
  }

  const pairs = (items) => [].concat(...items.map((one, place) => items.slice(place + 1).map((other) => [one, other])));
  const product = (ones, others) => [].concat(...ones.map((one) => others.map((other) => [one, other])));

  function rowsOf(dimension, index, cases) {
    if (dimension.kind === 'words') return [wordsRow(dimension, index, cases)];
    if (dimension.kind === 'families') return familyRows(index, cases);
    if (dimension.kind === 'figures') return figureRows(index, cases);
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
    return { columns: cases, groups: groups.filter(({ rows }) => rows.length), total, hidden, only: state.only, sources: sourcesOf(cases) };
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
