'use strict';
/** Synonyms of terms.yml: words that stand for one another. The twin of generator/search/synonyms.py. */
var PracticeSynonyms = (() => {
  const SHORTEST = 2;

  /**
   * @param {string[][]} groups the words of each group as written
   * @param {(text: string) => string} fold
   */
  function create(groups, fold) {
    const others = new Map();
    for (const group of groups) {
      const words = group.map((text) => ({ text, folded: fold(text) }));
      for (const { folded } of words) {
        if (!others.has(folded)) others.set(folded, []);
        const known = others.get(folded);
        for (const word of words) {
          if (word.folded !== folded && !known.some((other) => other.folded === word.folded)) known.push(word);
        }
      }
    }

    /** The other members of its groups. @returns {{text: string, folded: string}[]} */
    function synonymsOf(folded) { return others.get(folded) || []; }

    /**
     * The members that a longer query holds, longest first, none inside another.
     * @returns {{start: number, end: number, alternatives: {text: string, folded: string}[]}[]}
     */
    function within(folded) {
      const taken = [];
      for (const { start, end } of places(folded)) {
        if (taken.some((other) => start < other.end && end > other.start)) continue;
        taken.push({ start, end, alternatives: synonymsOf(folded.slice(start, end)) });
      }
      return taken;
    }

    function places(folded) {
      const lengths = new Set(Array.from(others.keys(), (member) => member.length)
        .filter((length) => length >= SHORTEST && length < folded.length));
      const found = [];
      for (let start = 0; start < folded.length; start += 1) {
        lengths.forEach((length) => {
          const end = start + length;
          if (end <= folded.length && others.has(folded.slice(start, end))) found.push({ start, end });
        });
      }
      return found.sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.start - b.start);
    }

    return { synonymsOf, within };
  }

  return { create };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeSynonyms;
