'use strict';
/**
 * The 讲义篮 as one document, block by block as generator/handouts/making/compose.py makes it: parts, closing, numbers. No DOM.
 *
 * @typedef {{unit: string, pieces: string[] | null}} Item `unit` is case:xitang, manual:guanjia or table:outcomes; `pieces`
 *   are the ids of all that are taken, sections beside their part; null for all
 * @typedef {{common: *, terms: *, sources: Object<string, *>, units: Object<string, *>}} Library what data/handouts/ holds
 *
 * PracticeHandout.compose(items, cover, library) → {cover, day, blocks}: blocks as generator/handouts/data.py has them.
 *   `cover` is {title, subtitle, date, by, withoutTerms, withoutSources}; without a date (2026-11-26) the library's own day
 *   stands there; `by` is who gives the class.
 * PracticeHandout.placesIn(blocks) → names of the paragraphs that evidence marks cite (xitang-baoli:P06), each once, in order.
 */
var PracticeHandout = ((handout) => {
  const DEEPEST = 4;
  const SPELLED = 99;
  const NUMERALS = '零一二三四五六七八九';
  const BREAK = { block: 'new-page' };

  const plain = (text) => (text ? [{ kind: 'plain', text }] : []);
  const textOf = (runs) => runs.map(({ text }) => text).join('');
  const heading = (level, text) => ({ block: 'heading', level, number: '', numbered: true, listed: true, runs: plain(text) });

  /** The pieces taken: [piece, levels that its headings move]. One whose part is not taken stands as high as the part would. */
  function chosen(pieces, level, ids) {
    const shifts = []; // of the last piece at each depth, undefined where that is not taken
    return pieces.filter(({ id, depth }) => !depth || !ids || ids.includes(id)).map((piece) => {
      const at = pieces.indexOf(piece);
      const part = pieces.slice(0, at).reverse().find(({ depth }) => depth < piece.depth);
      const isWithPart = part && part.depth && (!ids || ids.includes(part.id));
      const shift = isWithPart ? shifts[part.depth] : level - Math.max(piece.depth, 1);
      shifts[piece.depth] = shift;
      return [piece, shift];
    });
  }

  const moved = (block, shift) => (block.block === 'heading' ? Object.assign({}, block, { level: block.level + shift }) : block);
  const named = (name, { pieces }, { excerpt }) => name + (pieces ? excerpt : '');
  const inner = (item, level, units) => [].concat(...chosen(units[item.unit].pieces, level, item.pieces)
    .map(([piece, shift]) => piece.blocks.map((block) => moved(block, shift))));

  /** All parts in order; one that is the whole handout has no heading above its own. */
  function body(items, units, rules) {
    if (items.length === 1) return inner(items[0], 1, units);
    return [].concat(...items.map((item, number) => [
      ...(number ? [BREAK] : []), heading(1, named(units[item.unit].title, item, rules)), ...inner(item, 2, units),
    ]));
  }

  /** Every sequence of runs, in reading order. */
  function runsIn(blocks) {
    const inList = (list) => [].concat(...list.items.map((item) => [item.runs, ...item.more, ...(item.below ? inList(item.below) : [])]));
    const readers = {
      heading: ({ runs }) => [runs], paragraph: ({ runs }) => [runs], question: ({ runs }) => [runs], picture: ({ caption }) => [caption], list: inList,
      table: ({ header, rows }) => header.concat(...rows.map(({ cells }) => [].concat(...cells.map(({ paragraphs }) => paragraphs)))),
      cards: ({ cards }) => [].concat(...cards.map((card) => [card.name, ...card.conditions.map(([, runs]) => runs), card.evidence])),
      sources: ({ places }) => places.map(({ runs }) => runs),
    };
    return [].concat(...blocks.map((block) => (readers[block.block] ? readers[block.block](block) : [])));
  }

  function placesIn(blocks) {
    const marks = [].concat(...runsIn(blocks).map((runs) => [].concat(...runs.map((run) => run.marks || []))));
    return Array.from(new Set(marks.map(({ place }) => place)));
  }

  /** The table of the terms whose words stand in the blocks. */
  function termBlocks(blocks, terms) {
    const said = runsIn(blocks).map(textOf).join('\n');
    const used = terms.names.map((name) => said.includes(name));
    if (!used.includes(true)) return [];
    const [title, table] = terms.blocks;
    return [title, Object.assign({}, table, { rows: table.rows.filter((row, index) => used[index]) })];
  }

  const sourceOf = (place) => place.split(':')[0];

  /** Each source that the blocks cite, and of its paragraphs those cited. */
  function sourceBlocks(blocks, { common, sources }) {
    const places = placesIn(blocks);
    if (!places.length) return [];
    const keys = Array.from(new Set(places.map(sourceOf))).sort();
    const kept = (block) => (block.block !== 'sources' ? block
      : Object.assign({}, block, { places: block.places.filter(({ id }) => places.includes(id)) }));
    return common.sources.concat(...keys.map((key) => sources[key].blocks.map(kept)));
  }

  function spelled(number) {
    const tens = Math.floor(number / 10);
    const ones = number % 10;
    const lead = tens ? (tens === 1 ? '' : NUMERALS[tens]) + '十' : '';
    return lead + (ones || !tens ? NUMERALS[ones] : '');
  }

  /** 一、 （一） 1.  （1）: GB/T 9704. */
  function headingNumber(level, count) {
    const word = count <= SPELLED ? spelled(count) : String(count);
    return [word + '、', '（' + word + '）', count + '. ', '（' + count + '）'][level - 1];
  }

  /** Headings counted anew under each heading above; one that is not counted also starts the levels below it anew. */
  function numbered(blocks) {
    const counts = [0, 0, 0, 0, 0];
    return blocks.map((block) => {
      if (block.block !== 'heading') return block;
      const level = Math.min(block.level, DEEPEST);
      counts.fill(0, level + 1);
      counts[level] += block.numbered ? 1 : 0;
      return Object.assign({}, block, { level, number: block.numbered ? headingNumber(level, counts[level]) : block.number });
    });
  }

  /** 2026-11-26 as an official document writes it. */
  function dateWords(day) {
    const [year, month, date] = day.split('-').map(Number);
    return year + '年' + month + '月' + date + '日';
  }

  /** With whatever date, it says from what library of which day the handout is. */
  function coverOf({ title, subtitle, date, by }, { library, licence, compiler, edition, line }) {
    const until = '收录截至' + dateWords(edition);
    const source = '选自《' + library + '》' + (date ? '，' + until : '');
    return { title, subtitle, compiler, date: date ? dateWords(date) : until, lines: [...(by ? [by] : []), source, '内容许可 ' + licence], line };
  }

  /** The names, no more of them than a subtitle holds: 西塘、成都等 7 种. */
  function subtitleOf(items, units, rules) {
    const names = items.map((item) => named(units[item.unit].short, item, rules));
    const told = (count) => names.slice(0, count).join('、') + (count < names.length ? '等 ' + names.length + ' 种' : '');
    let shown = names.length;
    while (told(shown).length > rules.longestSubtitle && shown > 1) shown -= 1;
    return told(shown);
  }

  function compose(items, cover, library) {
    const { common, terms, units } = library;
    const main = body(items, units, common.rules);
    const withTerms = main.concat(cover.withoutTerms ? [] : termBlocks(main, terms));
    const closing = withTerms.slice(main.length).concat(cover.withoutSources ? [] : sourceBlocks(withTerms, library));
    const whole = main.concat(items.length > 1 && closing.length ? [BREAK] : [], closing);
    return { cover: coverOf(cover, common), day: common.edition, blocks: numbered(whole) };
  }

  /** The headings that the list of contents shows; a short document has none. */
  function entries({ blocks }, longFrom) {
    const found = blocks.filter((block) => block.block === 'heading' && block.listed && block.level < 3);
    return found.length >= longFrom ? found : [];
  }

  return Object.assign(handout, { compose, subtitleOf, placesIn, textOf, entries, sourceOf });
})(typeof PracticeHandout === 'object' ? PracticeHandout : {});

if (typeof module === 'object' && module.exports) module.exports = PracticeHandout;
