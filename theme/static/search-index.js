'use strict';
/**
 * Where folded text stands: postings of pairs of characters, intersected. The form of the index is told in
 * generator/search/browser/positions.py.
 */
var PracticeIndex = (() => {
  const { decode, decodeRising } = typeof module === 'object' && module.exports ? require('./search-shards.js') : PracticeShards;
  const END = ' ';

  /** The number of the last entry of a rising list that is not above `value`; -1 when all are. */
  function lastNotAbove(list, value) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Positions p such that p + offset stands in every list. */
  function intersect(lists) {
    const byLength = lists.slice().sort((a, b) => a.positions.length - b.positions.length);
    let found = byLength[0].positions.map((position) => position - byLength[0].offset);
    for (const { positions, offset } of byLength.slice(1)) {
      found = found.filter((position) => {
        const wanted = position + offset;
        return positions[lastNotAbove(positions, wanted)] === wanted;
      });
    }
    return found;
  }

  /** The pairs that cover the characters, each with its distance from the first: 0, 2, 4, … and the last two. */
  function cover(chars) {
    const pairs = [];
    for (let offset = 0; offset < chars.length - 1; offset += 2) {
      pairs.push({ first: chars[offset], second: chars[offset + 1], offset });
    }
    if (chars.length % 2) pairs.push({ first: chars[chars.length - 2], second: chars[chars.length - 1], offset: chars.length - 2 });
    return pairs;
  }

  function shardName(kind, number) {
    return kind + '-' + String(number).padStart(4, '0');
  }

  /** Answers where folded text stands. Opened by `open(shards)`. */
  class Index {
    constructor(shards, manifest) {
      this.shards = shards;
      this.manifest = manifest;
      this.starts = startsOf(decode(manifest.lengths));
      this.size = this.starts.length - 1;
      this.pageStarts = startsOf(decode(manifest.pages));
      this.recordStarts = decode(manifest.records);
      this.facets = manifest.facets.map(([name, values]) => ({
        name,
        values: values.map(([value, pages]) => ({ value, pages: new Set(decodeRising(pages)) })),
      }));
    }

    recordAt(position) { return lastNotAbove(this.starts, position); }

    pageOf(record) { return lastNotAbove(this.pageStarts, record); }

    inHeading(position) { return position - this.starts[this.recordAt(position)] < this.manifest.headingSpace; }

    /** How many characters a record has outside its headings. */
    bodyLength(record) {
      return Math.max(1, this.starts[record + 1] - this.starts[record] - this.manifest.headingSpace);
    }

    /** @param {string} text folded, not empty @returns {Promise<number[]>} every position where it stands in one block */
    async positions(text) {
      const chars = Array.from(text);
      if (chars.length > this.manifest.longest) return [];
      if (chars.length === 1) return this.startingWith(chars[0]);
      const lists = await Promise.all(cover(chars).map(async ({ first, second, offset }) =>
        ({ offset, positions: await this.pair(first, second) })));
      return intersect(lists);
    }

    async pair(first, second) {
      const shard = lastNotAbove(this.manifest.postings, first + second);
      if (shard < 0) return [];
      const group = (await this.shards.get(shardName('postings', shard)))[first];
      const at = group ? Array.from(group[0]).indexOf(second) : -1;
      return at < 0 ? [] : decodeRising(group[1].split(END)[at]);
    }

    /** One character: every pair that begins with it; they stand in one shard or in neighbours. */
    async startingWith(char) {
      const from = Math.max(0, lastNotAbove(this.manifest.postings, char));
      const found = [];
      for (let shard = from; shard < this.manifest.postings.length; shard += 1) {
        if (shard > from && !this.manifest.postings[shard].startsWith(char)) break;
        const group = (await this.shards.get(shardName('postings', shard)))[char];
        if (group) {
          for (const codes of group[1].split(END)) decodeRising(codes).forEach((position) => found.push(position));
        }
      }
      return found.sort((a, b) => a - b);
    }

    /** What is shown of a record: its page, names, and texts by the row or card they stand in. */
    async record(number) {
      const shard = lastNotAbove(this.recordStarts, number);
      const { pages, rows } = await this.shards.get(shardName('records', shard));
      const [pageNumber, anchor, heading, groups] = rows[number - this.recordStarts[shard]];
      const [page, title, type] = pages[pageNumber];
      return { page, anchor, title, heading, type, groups };
    }
  }

  function startsOf(lengths) {
    let sum = 0;
    return [0].concat(lengths.map((length) => (sum += length)));
  }

  /** @param {PracticeShards.Shards} shards @returns {Promise<Index>} */
  async function open(shards) {
    return new Index(shards, await shards.get('manifest'));
  }

  return { open };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeIndex;
