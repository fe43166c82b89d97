'use strict';
/**
 * Reading a query and its fields: the twin of generator/search/query.py and fields.py.
 * Both are held to tests/search/folding.json; change one and the other must change.
 *
 * @typedef {{whole: string, words: string[], excluded: string[], fields: [string, string][]}} Query `whole` is always
 *   looked for first. The others, when not all empty, are the second reading: every one of `words`, none of `excluded`,
 *   on a page that has the `fields` (facet, value as typed); `cut`: a mark of punctuation was read as a space, so that
 *   not even a single word is the whole of what was typed
 * @typedef {{wanted: [string, string[]][], unknown: [string, string, string[]][]}} Chosen a page is wanted that has one
 *   of the values of every facet in `wanted`; `unknown` are fields whose value no page has, with the values there are;
 *   with one of these nothing is wanted
 */
var PracticeQuery = (() => {
  const QUOTES = '"“”＂';
  const SIGNS = '\\-－';
  const DIGITS = '0-9０-９';
  const COLONS = ':：';
  /** Marks between words; a comma before a digit is part of a figure. */
  const MARKS = /[，、；;。！!？?《》〈〉（）【】…]+|,(?![0-9０-９])/;

  /**
   * @param {string} spaces the white space that folding drops (folding.json)
   * @param {(text: string) => string} fold
   * @param {[string, string[]][]} facets every facet's name and values
   */
  function create(spaces, fold, facets) {
    const names = facets.map(([name]) => name);
    const phrase = `[${QUOTES}](?<phrase>[^${QUOTES}]*)[${QUOTES}]`;
    const run = `(?<run>[^${spaces}]+)`;
    // A sign counts at the start or after a space only; inside a run without spaces it is a character of the text.
    const sign = `(?<sign>(?<![^${spaces}])[${SIGNS}](?=[^${spaces}${DIGITS}]))`;
    const name = `(?<name>[^${spaces}${QUOTES}${COLONS}]+)`;
    const token = new RegExp(`${sign}?(?:${phrase}|${run})`, 'gu');
    const field = new RegExp(`${name}[${COLONS}](?:${phrase}(?![^${spaces}])|${run})`, 'uy');

    /** @param {string} text @returns {Query} */
    function parseQuery(text) {
      const words = new Set();
      const excluded = new Set();
      const fields = new Map();
      const parts = new Set();
      let at = 0;
      for (let match = matchAt(token, text, at); match; match = matchAt(token, text, at)) {
        const found = readField(text, match.index);
        const folded = fold(content(match));
        if (found) fields.set(JSON.stringify(found.field), found.field);
        else if (folded) (match.groups.sign ? excluded : words).add(folded);
        if (!found && folded) partsOf(match).forEach((part) => parts.add(part));
        at = found ? found.end : match.index + match[0].length;
      }
      // With fields and unwanted words the others are looked for as they stand.
      const cut = !fields.size && !excluded.size && JSON.stringify(Array.from(parts)) !== JSON.stringify(Array.from(words));
      const hasSecondReading = fields.size || words.size > 1 || (words.size && (excluded.size || cut));
      const [first, second, third] = hasSecondReading ? [cut ? parts : words, excluded, fields.values()] : [[], [], []];
      return {
        whole: fold(text), words: Array.from(first), excluded: Array.from(second), fields: Array.from(third), cut,
      };
    }

    /**
     * The words of a run between its marks. A run of nothing but marks is looked for itself, and so is one with a single
     * character between two: in half of the library, it would say nothing.
     */
    function partsOf(match) {
      const found = match.groups.run === undefined ? [] : match.groups.run.split(MARKS).map(fold).filter(Boolean);
      const areWords = found.length === 1 || (found.length && found.every((part) => Array.from(part).length > 1));
      return areWords ? found : [fold(content(match))];
    }

    function readField(text, at) {
      const match = matchAt(field, text, at);
      const facet = match && facetNamed(match.groups.name);
      if (!facet || !fold(content(match))) return null;
      return { field: [facet, content(match)], end: at + match[0].length };
    }

    /** The facet with this name, else the only one that begins with it. */
    function facetNamed(typed) {
      const wanted = fold(typed);
      const equal = names.filter((known) => fold(known) === wanted);
      const meant = equal.length ? equal : names.filter((known) => wanted && fold(known).startsWith(wanted));
      return meant.length === 1 ? meant[0] : null;
    }

    /** Holds fields against the facets; values of one facet are alternatives. @returns {Chosen} */
    function choose(fields) {
      const wanted = new Map();
      const unknown = [];
      for (const [facet, typed] of fields) {
        const [, values] = facets.find(([known]) => known === facet) || [facet, []];
        const meant = valuesMeant(fold(typed), values);
        wanted.set(facet, Array.from(new Set((wanted.get(facet) || []).concat(meant))));
        if (!meant.length) unknown.push([facet, typed, values]);
      }
      return { wanted: Array.from(wanted), unknown };
    }

    /** The value that is equal; else those that begin with what was typed; else those that contain it. */
    function valuesMeant(wanted, values) {
      const tests = [(value) => value === wanted, (value) => value.startsWith(wanted), (value) => value.includes(wanted)];
      const found = tests.map((test) => values.filter((value) => test(fold(value))));
      return found.find((meant) => meant.length) || [];
    }

    return { parseQuery, choose };
  }

  function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
  }

  function content({ groups }) {
    return groups.phrase === undefined ? groups.run : groups.phrase;
  }

  return { create };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeQuery;
