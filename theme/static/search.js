'use strict';
/**
 * The library's search: query → ranked hits with excerpts. Pure: no DOM, no network; `useLoader` says how a script of
 * search/ is brought. In a page search-page.js does that; in node a test does.
 *
 * PracticeSearch.query(text, {limit, facets, sort, excerpts}) → Promise<{
 *   total: number of records found, pages: number of pages they stand on,
 *   hits: [{page, anchor, place, title, heading, type, added, match, via, score, terms, headingPieces, excerpt}], best first,
 *     at most `limit`; `added` is the 入库日期 of the page; pieces are [[text, isHit], …]; `place` is the anchor of the row or card that the excerpt shows;
 *     with `excerpts: false` these three are null and `show(hit)` brings them,
 *   facets: [[name, [[value, count], …]], …], counted as if the facet itself were not filtered by,
 *   missing: names of index files that could not be read: the answer is then a part of the whole
 *   asked, unknown: how the query was read, and fields whose value no page has (search-query.js)
 *   names: all facets, each with a value that it has: [name, value]
 *   unfiltered: total without the chosen facets; absent: words of the query that stand nowhere
 *   questions: [{text, page, anchor}], what readers ask that is like a query which stands nowhere as typed (content/faq.md)
 * }>
 * `match`, the tiers of hits (search-tiers.js) in their order: 'exact'; 'words' and 'context'; 'synonym'; 'pinyin'; 'near'.
 * `via` is what was looked for instead of the query. `sort`: 'relevance' or 'added' (入库日期, the latest first).
 *
 * PracticeSearch.suggest(text), nearest(text) → Promise<[{text, kind, page, anchor}]>: names of the library.
 */
var PracticeSearch = (() => {
  const inNode = typeof module === 'object' && module.exports;
  const Fold = inNode ? require('./search-fold.js') : PracticeFold;
  const Query = inNode ? require('./search-query.js') : PracticeQuery;
  const { Shards } = inNode ? require('./search-shards.js') : PracticeShards;
  const Indexes = inNode ? require('./search-index.js') : PracticeIndex;
  const Catalogues = inNode ? require('./search-catalogue.js') : PracticeCatalogue;
  const Ranks = inNode ? require('./search-rank.js') : PracticeRank;
  const Questions = inNode ? require('./search-questions.js') : PracticeQuestions;
  const Names = inNode ? require('./search-names.js') : PracticeNames;
  const Tiers = inNode ? require('./search-tiers.js') : PracticeTiers;
  const Excerpts = inNode ? require('./search-excerpt.js') : PracticeExcerpt;

  const DEFAULT_LIMIT = 20;

  let shards = new Shards(() => Promise.reject(new Error('no loader')));
  let library = null;

  /** Hands one table of the index over; every script of search/ calls it. */
  function register(name, edition, table) {
    shards.register(name, edition, table);
  }

  /** @param {(name: string) => Promise<void>} load runs the script search/<name>.js */
  function useLoader(load) {
    shards = new Shards(load);
    library = null;
  }

  /** The index and the folding; a failed start is tried again by the next query. */
  function open() {
    if (!library) {
      library = read(shards);
      library.catch(() => { library = null; });
    }
    return library;
  }

  async function read(from) {
    const manifest = await from.get('manifest');
    const [index, catalogue, folding] = await Promise.all([Indexes.open(from), Catalogues.open(from), from.get('folding')]);
    const fold = Fold.create(folding);
    const names = manifest.names && Names.create({ get: (name) => from.get(name), manifest: manifest.names, fold: fold.fold });
    const reading = Query.create(folding.spaces, fold.fold, catalogue.names());
    return { index, catalogue, fold, reading, names, questions: questionsOf(from, manifest, fold.fold), rank: Ranks.create(index, catalogue) };
  }

  /** Brings what readers ask when it is first wanted; null in a library without such questions. @returns {() => Promise<object|null>} */
  function questionsOf(from, manifest, fold) {
    let made = null;
    return async () => {
      if (!made && manifest.questions) made = Questions.create(await from.get('questions'), fold);
      return made;
    };
  }

  /** @param {string} text @param {{limit?: number, facets?: Object<string, string|string[]>, sort?: string, excerpts?: boolean}} [options] */
  async function query(text, options) {
    const { limit = DEFAULT_LIMIT, facets = {}, sort = 'relevance', excerpts = true } = options || {};
    const missing = new Set();
    try {
      const opened = await open();
      const asked = opened.reading.parseQuery(String(text));
      const chosen = Object.keys(facets).map((name) => [name, [].concat(facets[name])]);
      const answer = await Tiers.answer(opened, String(text), asked, { chosen, limit, sort, tolerate: tolerance(missing) });
      const hits = await Promise.all(answer.hits.slice(0, limit).map((hit) => named(opened, hit, missing)));
      const shown = excerpts ? await Promise.all(hits.map((hit) => hit && completed(opened, hit, missing))) : hits;
      const { total, pages, facets: counted, unknown, unfiltered, absent, questions } = answer;
      return { total, pages, unfiltered, absent, questions, hits: shown.filter(Boolean), facets: counted, missing: Array.from(missing), asked, unknown, names: opened.catalogue.names().map(([name, values]) => [name, values[0]]) };
    } catch (error) {
      if (!error.file) throw error;
      return { total: 0, pages: 0, unfiltered: 0, absent: [], questions: [], hits: [], facets: [], missing: [error.file], asked: null, unknown: [], names: [] };
    }
  }

  /** Runs what reads scripts; where one is missing it is noted and the `fallback` stands for what it would have told. */
  function tolerance(missing) {
    return async (work, fallback) => {
      try {
        return await work();
      } catch (error) {
        if (!error.file) throw error;
        missing.add(error.file);
        return fallback;
      }
    };
  }

  /** A hit with its names. One whose place is missing is left out and the file named. */
  function named({ catalogue }, { record, match, via, score, terms }, missing) {
    return tolerance(missing)(async () => ({
      ...await catalogue.place(record), added: catalogue.dateOf(catalogue.pageOf(record)), match, via: via || '', score, terms, record, place: null, headingPieces: null, excerpt: null,
    }), null);
  }

  /** A hit with what is shown of its text; only its names where the text is missing. */
  function completed(opened, hit, missing) {
    const bare = { ...hit, place: hit.anchor, headingPieces: [[hit.heading, false]], excerpt: [] };
    return tolerance(missing)(async () => ({ ...hit, ...await shownOf(opened, hit) }), bare);
  }

  async function shownOf({ catalogue, fold }, { record, anchor, heading, terms }) {
    const { place, excerpt } = Excerpts.excerpt(heading, await catalogue.texts(record), terms, fold);
    return { place: place || anchor, headingPieces: Excerpts.marked(heading, terms, fold), excerpt };
  }

  /** What is shown of a hit's text; rejects with an error whose `file` names the script that is missing. */
  async function show(hit) { return shownOf(await open(), hit); }

  async function suggest(text, limit) {
    const { names } = await open();
    return names ? names.suggest(text, limit) : [];
  }

  async function nearest(text, limit) {
    const { names } = await open();
    return names ? names.nearest(text, limit) : [];
  }

  return { query, show, suggest, nearest, register, useLoader };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeSearch;
