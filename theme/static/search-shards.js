'use strict';
/**
 * The scripts of search/ (generator/search/browser/build.py): each is run once, when a query needs it; and the codes
 * their numbers are written in (generator/search/browser/dense.py).
 */
var PracticeShards = (() => {
  const ALPHABET = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
    .filter((char) => char !== '"' && char !== '\\');
  const STOPPERS = 64;
  const NUMBERED = /-\d{4}$/;
  /** Numbered scripts kept in memory; of 40 to 120 kB each in a large library. */
  const MOST_KEPT = 96;
  const CONTINUERS = ALPHABET.length - STOPPERS;
  const DIGITS = new Map(ALPHABET.map((char, index) => [char, index]));

  /** @param {string} text (s,c)-dense codes @returns {number[]} */
  function decode(text) {
    const numbers = [];
    let value = 0;
    for (const char of text) {
      const digit = DIGITS.get(char);
      if (digit === undefined) throw new Error('not a code: ' + char);
      if (digit < STOPPERS) {
        numbers.push(value * STOPPERS + digit);
        value = 0;
      } else {
        value = value * CONTINUERS + digit - STOPPERS + 1;
      }
    }
    return numbers;
  }

  /** @param {string} text codes of the first number and of the steps to the next @returns {number[]} */
  function decodeRising(text) {
    let sum = 0;
    return decode(text).map((gap) => (sum += gap));
  }

  /** The lists that share a string of codes. */
  function encodedParts(text) { return text.split(' '); }

  function shardName(kind, number) { return kind + '-' + String(number).padStart(4, '0'); }

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

  /** The scripts of one library. `load(name)` resolves when the script has run and rejects when there is none. */
  class Shards {
    constructor(load, mostKept = MOST_KEPT) {
      this.load = load;
      this.mostKept = mostKept;
      this.tables = new Map();
      this.pending = new Map();
      /** Names of numbered scripts that were read, the one asked for last at the end: what is longest unused is let go of. */
      this.kept = new Set();
    }

    register(name, edition, table) {
      this.tables.set(name, { edition, table });
    }

    /** Resolves to the table; rejects with an error whose `file` names the script that is missing, cut off or of another build. */
    get(name) {
      if (!this.pending.has(name)) {
        const known = this.tables.has(name) ? Promise.resolve() : Promise.resolve().then(() => this.load(name));
        const table = known.then(() => this.check(name), () => { throw missing(name); });
        table.then(() => this.keep(name), () => this.pending.delete(name));
        this.pending.set(name, table);
      }
      if (this.kept.has(name)) this.keep(name);
      return this.pending.get(name);
    }

    /** Bounds the memory: a long session reads many scripts and needs few of them again. One still being read is not let go. */
    keep(name) {
      if (!NUMBERED.test(name)) return;
      this.kept.delete(name);
      this.kept.add(name);
      if (this.kept.size <= this.mostKept) return;
      const [oldest] = this.kept;
      this.kept.delete(oldest);
      this.pending.delete(oldest);
      this.tables.delete(oldest);
    }

    check(name) {
      const entry = this.tables.get(name);
      const manifest = this.tables.get('manifest');
      if (!entry || !manifest || entry.edition !== manifest.edition) {
        this.tables.delete(name);
        throw missing(name);
      }
      return entry.table;
    }
  }

  function missing(name) {
    const error = new Error('search/' + name + '.js');
    error.file = 'search/' + name + '.js';
    return error;
  }

  return { Shards, decode, decodeRising, encodedParts, lastNotAbove, shardName };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeShards;
