'use strict';
/**
 * Where folded text stands. The form of the index is told in docs/decisions/0003-search-index.md and made by
 * generator/search/browser/: lists of positions of grams, which cover any run of characters, and heads and pages of
 * records for common runs, which have no such list.
 */
var PracticeIndex = (() => {
  const { decode, decodeRising, encodedParts, lastNotAbove, shardName } =
    typeof module === 'object' && module.exports ? require('./search-shards.js') : PracticeShards;

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

  /** The numbers of common runs: shorter ones first, sorted among those of one length. */
  function numbered(common) {
    const numbers = new Map();
    common.forEach((text, index) => {
      const chars = Array.from(text);
      for (let at = 0; at < chars.length; at += index + 1) numbers.set(chars.slice(at, at + index + 1).join(''), numbers.size);
    });
    return numbers;
  }

  /** Answers where folded text stands. Opened by `open(shards)`. */
  class Index {
    constructor(shards, manifest) {
      this.shards = shards;
      this.manifest = manifest;
      this.size = manifest.records;
      this.common = numbered(manifest.common);
      this.listed = startsOf(decode(manifest.listed));
      this.headStarts = decode(manifest.heads);
      this.listStarts = decode(manifest.lists);
      const [heading, name, bits] = manifest.slots;
      this.slots = { heading, name, bits, names: this.size * heading, bodies: this.size * (heading + name) };
      this.extras = decodeRising(manifest.extras);
    }

    recordAt(position) {
      const { heading, name, bits, names, bodies } = this.slots;
      if (position < names) return Math.floor(position / heading);
      if (position < bodies) return Math.floor((position - names) / name);
      const slot = (position - bodies) >> bits;
      return slot - lastNotAbove(this.extras, slot) - 1;
    }

    /** 0 a heading, 1 the name of a row or card, 2 other text. */
    fieldAt(position) {
      if (position < this.slots.names) return 0;
      return position < this.slots.bodies ? 1 : 2;
    }

    isCommon(text) { return this.common.has(text); }

    /** @param {string} text folded, not empty, not common @returns {Promise<number[]>} where it stands in one block */
    async positions(text) {
      const chars = Array.from(text);
      if (chars.length > this.manifest.longest) return [];
      if (chars.length === 1) return this.startingWith(text);
      const grams = this.cover(chars);
      const lists = await Promise.all(grams.map(async ([start, end]) =>
        ({ offset: start, positions: await this.gram(chars.slice(start, end)) })));
      return intersect(lists);
    }

    /** The grams that cover the characters, as [start, end): each the shortest that is not common. */
    cover(chars) {
      const isCommon = (start, end) => this.common.has(chars.slice(start, end).join(''));
      const grams = [];
      for (let at = 0; at < chars.length; at = grams[grams.length - 1][1]) {
        let start = at;
        let end = Math.min(at + 2, chars.length);
        while (end < chars.length && isCommon(start, end)) end += 1;
        while (end - start < 2 || isCommon(start, end)) start -= 1;
        grams.push([start, end]);
      }
      return grams;
    }

    /** The positions of one gram: it stands under what it begins with, or, when only its end is common, under that. */
    gram(chars) {
      const last = chars.length - 1;
      const begin = chars.slice(0, last).join('');
      if (last === 1 || this.isCommon(begin)) return this.listOf(begin, chars[last]);
      return this.listOf(' ' + chars.slice(1).join(''), chars[0]);
    }

    async listOf(name, other) {
      const shard = lastNotAbove(this.manifest.postings, name + ' ' + other);
      if (shard < 0) return [];
      const group = (await this.shards.get(shardName('postings', shard)))[name];
      const at = group ? Array.from(group[0]).indexOf(other) : -1;
      return at < 0 ? [] : decodeRising(encodedParts(group[1])[at]);
    }

    /** One character that is not common: every pair that begins with it; they stand in one script or in neighbours. */
    async startingWith(char) {
      const from = Math.max(0, lastNotAbove(this.manifest.postings, char + ' '));
      const found = [];
      for (let shard = from; shard < this.manifest.postings.length; shard += 1) {
        if (shard > from && !this.manifest.postings[shard].startsWith(char + ' ')) break;
        const group = (await this.shards.get(shardName('postings', shard)))[char];
        if (group) {
          for (const codes of encodedParts(group[1])) decodeRising(codes).forEach((position) => found.push(position));
        }
      }
      return found.sort((a, b) => a - b);
    }

    /** What is known of a common run without reading its records. `best`: [record, impact] pairs, best first. */
    async head(text) {
      const number = this.common.get(text);
      const shard = lastNotAbove(this.headStarts, number);
      const [total, pages, counts, best] = (await this.shards.get(shardName('heads', shard)))[number - this.headStarts[shard]];
      return { total, pages, counts: decode(counts), best: paired(decode(best)) };
    }

    /**
     * Records of a common run as [record, impact], the best first, page after page until `enough` are there.
     * @param {string} text @param {number} enough
     */
    async records(text, enough) {
      const number = this.common.get(text);
      const found = [];
      for (let page = this.listed[number]; page < this.listed[number + 1] && found.length < enough; page += 1) {
        const shard = lastNotAbove(this.listStarts, page);
        const codes = (await this.shards.get(shardName('lists', shard)))[page - this.listStarts[shard]];
        let record = 0;
        const read = paired(decode(codes)).map(([step, impact]) => [(record += step), impact]);
        read.sort((a, b) => b[1] - a[1] || a[0] - b[0]).forEach((entry) => found.push(entry));
      }
      return found;
    }
  }

  function paired(numbers) {
    return Array.from({ length: numbers.length / 2 }, (_, index) => [numbers[2 * index], numbers[2 * index + 1]]);
  }

  function startsOf(lengths) {
    let sum = 0;
    return [0].concat(lengths.map((length) => (sum += length)));
  }

  /** @param {PracticeShards.Shards} shards @returns {Promise<Index>} */
  async function open(shards) {
    return new Index(shards, await shards.get('manifest'));
  }

  return { open, startsOf };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeIndex;
