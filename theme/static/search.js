'use strict';
/**
 * The library's search: query → ranked hits with excerpts. Pure: no DOM, no network; `useLoader` says how a script of
 * search/ is brought. In a page search-page.js does that; in node a test does.
 *
 * PracticeSearch.query(text, {limit, facets}) → Promise<{
 *   total: number of records found, pages: number of pages they stand on,
 *   hits: [{page, anchor, place, title, heading, type, match, score, headingPieces, excerpt}], best first, at most
 *     `limit`; pieces are [[text, isHit], …]; `place` is the anchor of the row or card that the excerpt shows,
 *   facets: [[name, [[value, count], …]], …], counted as if the facet itself were not filtered by,
 *   missing: names of index files that could not be read: the answer is then a part of the whole
 * }>
 * `match`: 'exact' (the query stands in one block of the record) or 'words' (each of its words stands in some block).
 */
var PracticeSearch = (() => {
  const inNode = typeof module === 'object' && module.exports;
  const Fold = inNode ? require('./search-fold.js') : PracticeFold;
  const Query = inNode ? require('./search-query.js') : PracticeQuery;
  const { Shards } = inNode ? require('./search-shards.js') : PracticeShards;
  const Indexes = inNode ? require('./search-index.js') : PracticeIndex;
  const Excerpts = inNode ? require('./search-excerpt.js') : PracticeExcerpt;

  const DEFAULT_LIMIT = 20;
  /** BM25F (Robertson & Zaragoza 2009): saturation, length normalisation of the body, weight of a heading. */
  const K1 = 1.2;
  const B = 0.6;
  const HEADING_WEIGHT = 4;

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
      library = Promise.all([Indexes.open(shards), shards.get('manifest').then(() => shards.get('folding'))])
        .then(([index, folding]) => {
          const fold = Fold.create(folding);
          return { index, fold, parseQuery: Query.create(folding.spaces, fold.fold, []).parseQuery };
        });
      library.catch(() => { library = null; });
    }
    return library;
  }

  /** @param {string} text @param {{limit?: number, facets?: Object<string, string|string[]>}} [options] */
  async function query(text, options) {
    const { limit = DEFAULT_LIMIT, facets = {} } = options || {};
    const missing = new Set();
    try {
      const { index, fold, parseQuery } = await open();
      const asked = parseQuery(String(text));
      const found = asked.whole ? await find(index, asked, missing) : [];
      const kept = found.filter(({ record }) => isWanted(index, index.pageOf(record), facets, null));
      const hits = await show(index, fold, kept.slice(0, limit), missing);
      const pages = new Set(kept.map(({ record }) => index.pageOf(record))).size;
      return { total: kept.length, pages, hits, facets: countFacets(index, found, facets), missing: Array.from(missing) };
    } catch (error) {
      if (!error.file) throw error;
      return { total: 0, pages: 0, hits: [], facets: [], missing: [error.file] };
    }
  }

  /** All hits, best first: those that hold the whole query, then those that hold its words. */
  async function find(index, asked, missing) {
    const exact = await findAll(index, [asked.whole], [], missing);
    const word = asked.words.length ? await findAll(index, asked.words, asked.excluded, missing) : new Map();
    const label = asked.words.length === 1 ? 'exact' : 'words';
    const hits = ranked(exact, 'exact', [asked.whole]);
    return hits.concat(ranked(word, label, asked.words).filter(({ record }) => !exact.has(record)));
  }

  function ranked(scores, match, terms) {
    return Array.from(scores, ([record, score]) => ({ record, score, match, terms }))
      .sort((a, b) => b.score - a.score || a.record - b.record);
  }

  /** Records that hold every term and none of the excluded, with their scores. */
  async function findAll(index, terms, excluded, missing) {
    let scores = null;
    for (const term of terms) {
      const found = score(index, await positions(index, term, missing));
      scores = scores ? both(scores, found) : found;
      if (!scores.size) return scores;
    }
    for (const term of excluded) {
      for (const position of await positions(index, term, missing)) scores.delete(index.recordAt(position));
    }
    return scores;
  }

  async function positions(index, term, missing) {
    try {
      return await index.positions(term);
    } catch (error) {
      if (!error.file) throw error;
      missing.add(error.file);
      return [];
    }
  }

  function both(scores, found) {
    return new Map(Array.from(scores).filter(([record]) => found.has(record))
      .map(([record, value]) => [record, value + found.get(record)]));
  }

  /** @returns {Map<number, number>} record → its BM25F score for one term */
  function score(index, found) {
    const counts = new Map();
    const average = (index.starts[index.size] / index.size) - index.manifest.headingSpace;
    for (const position of found) {
      const record = index.recordAt(position);
      const length = 1 - B + B * index.bodyLength(record) / Math.max(1, average);
      const weight = index.inHeading(position) ? HEADING_WEIGHT : 1 / length;
      counts.set(record, (counts.get(record) || 0) + weight);
    }
    const rarity = Math.log(1 + (index.size - counts.size + 0.5) / (counts.size + 0.5));
    counts.forEach((frequency, record) => counts.set(record, rarity * frequency / (K1 + frequency)));
    return counts;
  }

  /** Whether a page has a chosen value of every facet asked for; the facet `except` is not looked at. */
  function isWanted(index, page, facets, except) {
    return Object.keys(facets).every((name) => {
      const chosen = [].concat(facets[name]);
      if (name === except || !chosen.length) return true;
      const facet = index.facets.find((candidate) => candidate.name === name);
      return Boolean(facet) && facet.values.some(({ value, pages }) => chosen.includes(value) && pages.has(page));
    });
  }

  function countFacets(index, found, facets) {
    return index.facets.map(({ name, values }) => {
      const pages = found.map(({ record }) => index.pageOf(record))
        .filter((page) => isWanted(index, page, facets, name));
      const counted = values.map(({ value, pages: having }) => [value, pages.filter((page) => having.has(page)).length]);
      return [name, counted.filter(([, count]) => count).sort((a, b) => b[1] - a[1])];
    });
  }

  /** Adds to each hit what a reader sees of it. A hit whose texts are missing is left out and its file named. */
  async function show(index, fold, hits, missing) {
    const shown = await Promise.all(hits.map(async ({ record, score: value, match, terms }) => {
      try {
        const { groups, ...names } = await index.record(record);
        const { place, excerpt } = Excerpts.excerpt(names.heading, groups, terms, fold);
        const headingPieces = Excerpts.marked(names.heading, terms, fold);
        return { ...names, place: place || names.anchor, match, score: value, headingPieces, excerpt };
      } catch (error) {
        if (!error.file) throw error;
        missing.add(error.file);
        return null;
      }
    }));
    return shown.filter(Boolean);
  }

  return { query, register, useLoader };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeSearch;
