'use strict';
/**
 * What is known of every record and page before any of them is read: lengths, pages, facets, dates, asides
 * (generator/search/browser/catalogue.py), and by them which hits are wanted, how they are counted and sorted.
 */
var PracticeCatalogue = (() => {
  const inNode = typeof module === 'object' && module.exports;
  const { decode, decodeRising, lastNotAbove, shardName } = inNode ? require('./search-shards.js') : PracticeShards;
  const { startsOf } = inNode ? require('./search-index.js') : PracticeIndex;

  class Catalogue {
    constructor(shards, manifest, table) {
      this.shards = shards;
      this.lengths = decode(table.lengths);
      this.headings = decode(table.headings);
      this.pageStarts = startsOf(decode(table.pages));
      this.pages = this.pageStarts.length - 1;
      this.facets = table.facets.map(([name, values]) => ({
        name,
        values: values.map(([value, pages]) => ({ value, pages: decodeRising(pages) })),
      }));
      this.asides = new Set(decodeRising(table.asides));
      this.dates = table.dates;
      this.added = decode(table.added);
      this.placeStarts = decode(manifest.places);
      this.textStarts = decode(manifest.texts);
    }

    pageOf(record) { return lastNotAbove(this.pageStarts, record); }

    /** When a page came into the library, as a number that rises with the date. */
    addedOf(page) { return this.added.length ? this.added[page] : 0; }

    /** The same in words, empty where a page has none. */
    dateOf(page) { return this.dates[this.addedOf(page)] || ''; }

    /** Facets with all their values, for reading a query. */
    names() { return this.facets.map(({ name, values }) => [name, values.map(({ value }) => value)]); }

    /**
     * Which pages have one of the chosen values of every facet; null when nothing is chosen.
     * @param {[string, string[]][]} chosen @param {string} [except] a facet that is not looked at
     * @returns {Uint8Array|null}
     */
    wanted(chosen, except) {
      const asked = chosen.filter(([name, values]) => name !== except && values.length);
      if (!asked.length) return null;
      const counts = new Uint8Array(this.pages);
      asked.forEach(([name, values], step) => {
        const facet = this.facets.find((candidate) => candidate.name === name);
        const having = facet ? facet.values.filter(({ value }) => values.includes(value)) : [];
        having.forEach(({ pages }) => pages.forEach((page) => { if (counts[page] === step) counts[page] = step + 1; }));
      });
      return counts.map((count) => Number(count === asked.length));
    }

    /** How many of `pages` (numbers, repeated as often as they count) have each value: [[name, [[value, count], …]], …]. */
    count(pages, chosen) {
      return this.facets.map(({ name, values }) => {
        const mask = this.wanted(chosen, name);
        const times = new Uint32Array(this.pages);
        pages.forEach((page) => { if (!mask || mask[page]) times[page] += 1; });
        const counted = values.map(({ value, pages: having }) => [value, having.reduce((sum, page) => sum + times[page], 0)]);
        return [name, leading(counted)];
      });
    }

    /** Counts made at build time, in the order of all values of all facets. */
    told(counts) {
      let at = 0;
      return this.facets.map(({ name, values }) => [name, leading(values.map(({ value }) => [value, counts[at++]]))]);
    }

    /** Where a record stands and what it is called. */
    async place(record) {
      const number = this.pageOf(record);
      const shard = lastNotAbove(this.placeStarts, number);
      const [page, title, type, rows] = (await this.shards.get(shardName('places', shard)))[number - this.placeStarts[shard]];
      const [anchor, heading] = rows[record - this.pageStarts[number]];
      return { page, anchor, title, heading, type };
    }

    /** The texts of a record by the row or card they stand in. */
    async texts(record) {
      const shard = lastNotAbove(this.textStarts, record);
      return (await this.shards.get(shardName('texts', shard)))[record - this.textStarts[shard]];
    }
  }

  function leading(counted) {
    return counted.filter(([, count]) => count).sort((a, b) => b[1] - a[1]);
  }

  /** @returns {Promise<Catalogue>} */
  async function open(shards) {
    const manifest = await shards.get('manifest');
    return new Catalogue(shards, manifest, await shards.get('catalogue'));
  }

  return { open };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeCatalogue;
