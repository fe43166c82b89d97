'use strict';
/** The names most like Chinese that nothing was found for: a slip of a character or of a sound, else shared pairs. */
var PracticeNearest = (() => {
  const inNode = typeof module === 'object' && module.exports;
  const Parts = inNode ? require('./search-name-parts.js') : PracticeNameParts;

  const LONGEST = 32;
  /** Names looked at more closely. */
  const CANDIDATES = 16;
  const LONG_NAME = 6;

  /**
   * @param {string[]} query letters @param {number} limit @param {object} tables of PracticeNameTables
   * @param {(numbers: number[]) => Promise<object[]>} read brings names
   */
  async function nearest(query, limit, tables, read) {
    const chars = query.slice(0, LONGEST);
    const readings = await tables.readings();
    const votes = await count(chars, tables, readings);
    const numbers = Array.from(votes).sort(([a, one], [b, two]) => two - one || a - b)
      .slice(0, CANDIDATES).map(([number]) => number);
    const names = await read(numbers);
    return names.map((name, rank) => ({ name, rank, ...likeness(chars, Parts.units(name.folded), readings) }))
      .filter(({ distance, shared }) => distance < Infinity || shared)
      .sort((a, b) => a.distance - b.distance || b.shared - a.shared || numbers[a.rank] - numbers[b.rank])
      .slice(0, limit).map(({ name }) => name);
  }

  /** How much of the query each name holds: pairs of neighbours, by character or sound, and for a short query characters. */
  async function count(chars, tables, readings) {
    const votes = new Map();
    const vote = (positions, weight) => new Set(positions.map((position) => Math.floor(position / tables.stride)))
      .forEach((number) => votes.set(number, (votes.get(number) || 0) + weight));
    for (let at = 0; at + 1 < chars.length; at += 1) {
      const [one, two] = [chars[at], chars[at + 1]];
      vote(await tables.pairs(Parts.same(one, readings), Parts.same(two, readings)), 1);
      vote(await tables.pairs(Parts.sound(one, readings), Parts.sound(two, readings)), 1);
    }
    if (chars.length <= 3) {
      for (const char of chars) vote(await tables.singles(Parts.same(char, readings)), 1);
    }
    return votes;
  }

  /** `distance`: wrong characters if they are few enough, a wrong sound counts more; `shared`: pairs in common, 0 to 1. */
  function likeness(query, name, readings) {
    const most = name.length >= LONG_NAME ? 2 : 1;
    const byCharacter = distance(query, name, (a, b) => a === b);
    const bySound = distance(query, name, (a, b) => a === b || readings.all(a).some((one) => readings.all(b).includes(one)));
    const near = byCharacter <= most ? byCharacter : bySound <= 1 ? most + bySound : Infinity;
    return { distance: near, shared: shared(query, name) };
  }

  /** The edit distance (Levenshtein 1966). */
  function distance(one, two, isSame) {
    let row = two.map((_, at) => at + 1);
    row.unshift(0);
    one.forEach((char, at) => {
      const next = [at + 1];
      two.forEach((other, place) => next.push(Math.min(
        next[place] + 1, row[place + 1] + 1, row[place] + (isSame(char, other) ? 0 : 1),
      )));
      row = next;
    });
    return row[two.length];
  }

  /** Pairs in common (Dice's coefficient). */
  function shared(one, two) {
    const [ours, theirs] = [pairs(one), pairs(two)];
    const common = Array.from(ours).filter((pair) => theirs.has(pair)).length;
    return common ? 2 * common / (ours.size + theirs.size) : 0;
  }

  function pairs(chars) { return new Set(chars.slice(1).map((char, at) => chars[at] + char)); }

  return { nearest };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeNearest;
