'use strict';
/**
 * Folding: the twin of generator/search/analysis.py.
 * Both are held to tests/search/folding.json; change one and the other must change.
 *
 * @typedef {{text: string, starts: number[], ends: number[]}} Folded folded text; its UTF-16 unit i came from
 *   original.slice(starts[i], ends[i])
 */
var PracticeFold = (() => {
  const MARK = /^\p{M}/u;

  /**
   * @param {{spaces: string, quotes: string, invisible: string, from: string, to: string}} data folding.json
   */
  function create(data) {
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

    return { fold, foldWithOrigins };
  }

  /** Whether NFKC may change `char` or what stands before it when they meet. */
  function joins(cluster, char) {
    if (char < '\x80' || (char >= '㐀' && char <= '鿿')) return false;
    if (MARK.test(char.normalize('NFKD'))) return true;
    return (cluster + char).normalize('NFKC') !== cluster.normalize('NFKC') + char.normalize('NFKC');
  }

  return { create };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeFold;
