'use strict';
/**
 * Folding and query parsing: the twin of generator/search/analysis.py and query.py.
 * Both are held to tests/search/folding.json; change one and the other must change.
 *
 * @typedef {{text: string, starts: number[], ends: number[]}} Folded folded text; its UTF-16 unit i came from
 *   original.slice(starts[i], ends[i])
 * @typedef {{whole: string, words: string[], excluded: string[]}} Query
 */
var PracticeFold = (() => {
  const SIGN = /[-－]/;
  const DIGIT = /[0-9０-９]/;
  const OPEN_QUOTE = /["“”＂]/;
  const MARK = /^\p{M}/u;

  /**
   * @param {{spaces: string, quotes: string, invisible: string, from: string, to: string}} data folding.json
   */
  function create(data) {
    const spaces = new Set(data.spaces);
    const characters = new Map([['ς', 'σ']]);
    const to = Array.from(data.to);
    Array.from(data.from).forEach((char, index) => characters.set(char, to[index]));
    for (const char of data.spaces + data.quotes + data.invisible) characters.set(char, '');

    /** Folds one cluster: text that NFKC treats as one. Lower case is taken character by character, as in Python. */
    function foldCluster(cluster) {
      let folded = '';
      for (const char of cluster.normalize('NFKC')) {
        for (const lowered of char.toLowerCase()) {
          const known = characters.get(lowered);
          folded += known === undefined ? lowered : known;
        }
      }
      return folded;
    }

    /** @param {string} text @returns {Folded} */
    function foldWithOrigins(text) {
      const folded = { text: '', starts: [], ends: [] };
      let start = 0;
      let cluster = '';
      const flush = () => {
        const tokens = foldCluster(cluster);
        for (let unit = 0; unit < tokens.length; unit += 1) {
          folded.starts.push(start);
          folded.ends.push(start + cluster.length);
        }
        folded.text += tokens;
        start += cluster.length;
        cluster = '';
      };
      for (const char of text) {
        if (cluster && !joins(cluster, char)) flush();
        cluster += char;
      }
      flush();
      return folded;
    }

    /** @param {string} text @returns {string} the text as it is indexed and asked for */
    function fold(text) {
      return foldWithOrigins(text).text;
    }

    /** @param {string} text @returns {Query} */
    function parseQuery(text) {
      const words = new Set();
      const excluded = new Set();
      const chars = Array.from(text);
      let at = 0;
      while (at < chars.length) {
        if (spaces.has(chars[at])) { at += 1; continue; }
        const part = readPart(chars, at, spaces);
        const folded = fold(part.text);
        if (folded) (part.isExcluded ? excluded : words).add(folded);
        at = part.end;
      }
      const query = { whole: fold(text), words: Array.from(words), excluded: Array.from(excluded) };
      const wholeIsAll = !query.words.length || (query.words.length === 1 && !query.excluded.length);
      return wholeIsAll ? { whole: query.whole, words: [], excluded: [] } : query;
    }

    return { fold, foldWithOrigins, parseQuery };
  }

  /** Whether NFKC may change `char` or what stands before it when they meet. */
  function joins(cluster, char) {
    if (char < '\x80' || (char >= '㐀' && char <= '鿿')) return false;
    if (MARK.test(char.normalize('NFKD'))) return true;
    return (cluster + char).normalize('NFKC') !== cluster.normalize('NFKC') + char.normalize('NFKC');
  }

  /** Reads one word or quoted phrase of a query, with its sign; inside a run without spaces a sign is a character. */
  function readPart(chars, from, spaces) {
    const next = chars[from + 1];
    const opens = from === 0 || spaces.has(chars[from - 1]);
    const isExcluded = opens && SIGN.test(chars[from]) && next !== undefined && !spaces.has(next) && !DIGIT.test(next);
    const start = isExcluded ? from + 1 : from;
    if (OPEN_QUOTE.test(chars[start])) {
      const closing = chars.findIndex((char, index) => index > start && OPEN_QUOTE.test(char));
      if (closing > 0) return { isExcluded, text: chars.slice(start + 1, closing).join(''), end: closing + 1 };
    }
    let end = start;
    while (end < chars.length && !spaces.has(chars[end])) end += 1;
    return { isExcluded, text: chars.slice(start, end).join(''), end };
  }

  return { create };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeFold;
