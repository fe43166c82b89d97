'use strict';
/** The first page of what a common run answers, without reading its records: from heads made at build time (generator/search/browser/common.py). */
var PracticeHeads = (() => {
  /**
   * A common run alone is answered from its head as long as that reaches. With a mark beside it (物业。) the records that hold
   * the mark as well come first; they are among those of the run.
   */
  async function answer(opened, { whole, words, excluded, fields, cut }, { chosen, limit, sort, tolerate }) {
    const run = cut && words.length === 1 ? words[0] : whole;
    const isAlone = !excluded.length && !fields.length && (run !== whole || !words.length) && !chosen.some(([, values]) => values.length);
    if (!opened.index.isCommon(run) || !isAlone || sort === 'added') return null;
    const head = await tolerate(() => headOf(opened, run), null);
    const exact = run === whole ? head : await tolerate(() => headOf(opened, whole), null);
    if (!head || !exact || limit > exact.reach || (exact.isAll && limit > head.reach)) return null;
    const known = new Set(exact.best.map(([record]) => record));
    const others = exact.isAll ? head.best.filter(([record]) => !known.has(record)) : [];
    const hits = (match, term) => ([record, score]) => ({ record, match, score, terms: [term] });
    const { total, pages, counts } = head;
    return { hits: exact.best.map(hits('exact', whole)).concat(others.map(hits('words', run))), total, pages, facets: opened.catalogue.told(counts), unknown: [], unfiltered: total, absent: [], questions: [] };
  }

  /** The best records of a run with their scores; `reach`: how many hits they answer for, `isAll`: whether there are no others. */
  async function headOf({ index, rank }, run) {
    if (!index.isCommon(run)) {
      const found = rank.byPositions(await index.positions(run), Array.from(run).length);
      const scored = Array.from(found.records.keys(), (record) => [record, rank.together([found], record)]);
      return { best: scored.sort(([a, one], [b, two]) => two - one || a - b), reach: Infinity, isAll: true };
    }
    const head = await index.head(run);
    const isAll = head.total === head.best.length;
    return { ...head, isAll, reach: isAll ? Infinity : head.best.length };
  }

  return { answer };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeHeads;
