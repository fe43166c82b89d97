'use strict';
/**
 * What comes near a query that stands nowhere as it was typed: a question in plain words, one with a slip in it, or one
 * whose words stand apart. The query is cut at question words; of what is left, pairs of neighbouring characters are looked
 * for. A record counts by how much of the query's weight it holds, and more where pairs follow one another as they do in the
 * query (a run with one wrong or missing character is two such stretches that almost meet).
 */
var PracticeNear = (() => {
  /** Cut out of questions: they say what kind of answer is wanted, not what about. */
  const ASKING = ['是不是', '有没有', '能不能', '为什么', '什么样', '是什么', '怎么样', '怎么办', '有哪些', '怎么', '怎样', '如何', '什么',
    '哪些', '哪个', '哪里', '多少', '几个', '意思', '请问', '介绍', '干什么', '做什么', '谁来', '吗', '呢', '的', '了', '是', '在', '和', '与', '有', '被', '把', '？', '?', '，', '。'];
  const MOST_PAIRS = 24;
  /** A record is shown when it holds this share of the weight of what was asked. */
  const LEAST = 0.34;
  /** What pairs that follow one another as in the query count more. */
  const RUN = 0.6;
  const SLIP = 1;

  /** The runs left of a folded query without question words, as {text, at}. */
  function segments(folded) {
    const pattern = new RegExp(ASKING.map(escaped).join('|'), 'g');
    const runs = [];
    let at = 0;
    for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
      runs.push({ text: folded.slice(at, match.index), at });
      at = match.index + match[0].length;
    }
    runs.push({ text: folded.slice(at), at });
    const kept = runs.filter(({ text }) => text);
    return kept.length ? kept : [{ text: folded, at: 0 }];
  }

  function escaped(text) { return text.replace(/[?.]/g, '\\$&'); }

  /** The pairs of a query: {text, at}, in UTF-16 units; a segment of one character stands for itself. */
  function pairs(folded) {
    const found = [];
    segments(folded).forEach(({ text, at }) => {
      const chars = Array.from(text);
      let start = at;
      chars.forEach((char, number) => {
        if (number + 1 < chars.length) found.push({ text: char + chars[number + 1], at: start });
        else if (chars.length === 1 && segments(folded).length === 1) found.push({ text: char, at: start });
        start += char.length;
      });
    });
    return found.slice(0, MOST_PAIRS);
  }

  /**
   * @param {{text: string, at: number, found: object}[]} units pairs of the query and what PracticeRank found of them
   * @param {object} rank
   * @returns {Map<number, {score: number, share: number}>} by record
   */
  function score(units, rank) {
    const present = units.filter(({ found }) => found.records.size);
    const whole = units.reduce((sum, { found }) => sum + (found.records.size ? found.rarity : rank.rarityOf(1) / 2), 0);
    const records = new Set();
    present.forEach(({ found }) => found.records.forEach((_, record) => records.add(record)));
    const scores = new Map();
    records.forEach((record) => {
      const held = present.filter(({ found }) => rank.score(found, record) > 0);
      const share = held.reduce((sum, { found }) => sum + found.rarity, 0) / whole;
      if (share < LEAST) return;
      const sum = held.reduce((total, { found }) => total + rank.score(found, record), 0) + RUN * inRuns(held, record);
      scores.set(record, { score: sum * share * rank.prior(record), share });
    });
    return scores;
  }

  /** The weight of pairs that stand behind their neighbour as in the query, a slip of one character between allowed. */
  function inRuns(held, record) {
    const diagonals = new Map();
    held.forEach(({ at, found }) => {
      const its = found.records.get(record);
      (its ? its.positions : []).forEach((position) => {
        const diagonal = position - at;
        if (!diagonals.has(diagonal)) diagonals.set(diagonal, new Map());
        diagonals.get(diagonal).set(at, found.rarity);
      });
    });
    let best = 0;
    diagonals.forEach((own, diagonal) => {
      const weights = new Map(own);
      for (let step = 1; step <= SLIP; step += 1) {
        (diagonals.get(diagonal + step) || new Map()).forEach((weight, at) => { if (!weights.has(at)) weights.set(at, weight * 0.8); });
      }
      const all = Array.from(weights.values());
      best = Math.max(best, all.reduce((sum, weight) => sum + weight, 0) - Math.max(...all));
    });
    return best;
  }

  return { pairs, score };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeNear;
