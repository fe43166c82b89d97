'use strict';
/**
 * The tables of names (generator/search/browser/names_table.py), looked up by syllables.
 *
 * A name's number is its rank, its syllable n has position number * stride + n. What a query says of one syllable is a
 *
 * @typedef {{tokens: string[], isExact: boolean, char: string}} Part the syllable is one of `tokens`, or begins with
 *   one unless `isExact`; its character is `char`, or any when that is ''
 */
var PracticeNameTables = (() => {
  const inNode = typeof module === 'object' && module.exports;
  const { decodeRising } = inNode ? require('./search-shards.js') : PracticeShards;
  const LAST = '\uffff';

  /**
   * @param {(name: string) => Promise<object>} get brings the table of a script of search/
   * @param {object} manifest what name_tables returned for the manifest
   */
  function open(get, manifest) {
    const { cut, stride } = manifest;
    const known = new WeakMap();

    /** What `make` makes of a table, made once. */
    function once(table, make) {
      if (!known.has(table)) known.set(table, make(table));
      return known.get(table);
    }

    async function script(part, number) {
      return cut ? get('names-' + part + '-' + String(number).padStart(4, '0')) : (await get('names'))[part];
    }

    /** The entries [key, values] whose key begins with `start`. */
    async function entries(part, start) {
      const firsts = cut ? cut[part] : [''];
      const from = Math.max(0, above(firsts, start) - 1);
      const numbers = firsts.map((_, number) => number).slice(from, Math.max(from + 1, above(firsts, start + LAST)));
      const tables = await Promise.all(numbers.map((number) => script(part, number)));
      const found = [];
      for (const table of tables) {
        const keys = once(table, (fresh) => Object.keys(fresh).sort());
        for (let at = above(keys, start, true); at < keys.length && keys[at].startsWith(start); at += 1) {
          found.push([keys[at], table[keys[at]]]);
        }
      }
      return found;
    }

    /** Positions of syllables that fit `first` before one that fits `second`. @returns {Promise<number[]>} */
    async function pairs(first, second) {
      const found = [];
      for (const [one, two] of both(first.tokens, second.tokens)) {
        const initials = initial(one) + initial(two);
        const start = initials + one + (first.isExact ? ' ' + two : '');
        for (const [key, values] of await entries('pairs', start)) {
          if (!fits(key.slice(initials.length).split(' ')[1], two, second)) continue;
          collect(values, found, (chars) => isChar(chars[0], first) && isChar(chars[1], second));
        }
      }
      return found;
    }

    /** Positions of syllables that fit: the best names that begin with one, and the best of the others. */
    async function singles(part) {
      const found = [];
      for (const token of part.tokens) {
        for (const [key, values] of await entries('singles', token)) {
          if (fits(key, token, part)) collect(values, found, (chars) => isChar(chars[0], part));
        }
      }
      return found;
    }

    /**
     * @param {number[]} numbers of names
     * @returns {Promise<{text: string, kind: string, page: string, anchor: string}[]>}
     */
    async function names(numbers) {
      const firsts = cut ? cut.rows : [0];
      return Promise.all(numbers.map(async (number) => {
        const at = above(firsts, number) - 1;
        const table = await script('rows', at);
        const [text, kind, anchor, page] = table.names[number - firsts[at]];
        return { text, kind: manifest.kinds[kind], page: table.pages[page], anchor };
      }));
    }

    /** How characters are read, and what the beginnings of syllables are. */
    async function readings() {
      return once(await get('names-readings'), readingsOf);
    }

    return { pairs, singles, names, readings, stride };
  }

  /**
   * `used(char)`: how names read it, none when no name can hold it; `all(char)`: how it may be read at all.
   * A character that has no reading anywhere is its own syllable.
   */
  function readingsOf(table) {
    const [used, other] = [byCharacter(table.used), byCharacter(table.other)];
    const syllables = new Set(Object.keys(table.used).concat(Object.keys(table.other)));
    const beginnings = new Set();
    syllables.forEach((syllable) => {
      for (let length = 1; length <= syllable.length; length += 1) beginnings.add(syllable.slice(0, length));
    });
    return {
      syllables,
      beginnings,
      used: (char) => used.get(char) || (other.has(char) ? [] : [char]),
      all: (char) => (used.has(char) || other.has(char) ? (used.get(char) || []).concat(other.get(char) || []) : [char]),
    };
  }

  function byCharacter(characters) {
    const found = new Map();
    Object.keys(characters).forEach((syllable) => {
      for (const char of characters[syllable]) found.set(char, (found.get(char) || []).concat(syllable));
    });
    return found;
  }

  /** The number of sorted `keys` that are at most `key`; with `isBelow`, that are less. */
  function above(keys, key, isBelow) {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle] < key || (!isBelow && keys[middle] === key)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function collect(values, found, isWanted) {
    for (let at = 0; at < values.length; at += 2) {
      if (isWanted(Array.from(values[at]))) for (const position of decodeRising(values[at + 1])) found.push(position);
    }
  }

  function both(ones, twos) {
    return ones.reduce((all, one) => all.concat(twos.map((two) => [one, two])), []);
  }

  function initial(token) { return Array.from(token)[0]; }

  function fits(syllable, token, part) { return part.isExact ? syllable === token : syllable.startsWith(token); }

  function isChar(char, part) { return !part.char || part.char === char; }

  return { open };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeNameTables;
