'use strict';
/**
 * A question in plain words: what its pairs of characters (search-near.js) and the other words that stand for some of its own
 * (synonyms, content/wordings.yml) are found in; rare characters alone speak for words that share one (罚款, 处罚).
 */
var PracticePlain = (() => {
  const Questions = typeof module === 'object' && module.exports ? require('./search-questions.js') : PracticeQuestions;
  const Near = typeof module === 'object' && module.exports ? require('./search-near.js') : PracticeNear;

  /** What is found by another word counts this much. */
  const OTHER_WEIGHT = 0.35;
  const MOST_OTHERS = 12;
  /**
   * What a record that answers a reader's question counts of the best that words found: the square of the question's likeness
   * to the query, times this, times what is left of SURE by how much of the query's weight that best one holds.
   */
  const ANSWERS = 3;
  const SURE = 1.5;
  /** Of so few characters nothing comes near but a question that is asked in just these. */
  const SHORT = 2;
  /** A single character tells something where one record in nine has it, or fewer. */
  const RARE = 2.2;

  /**
   * @param {string[]} parts of the query, folded
   * @param {{find: function, index: object, names: object, questions: function, rank: object, tolerate: function}} opened
   * @param {boolean} withSingles whether characters alone are looked for too
   * @returns {Promise<{scores: Map<number, number>, questions: Map<number, string>, like: object[], terms: string[]}>} scores by record, the
   *   readers' questions that records answer, all that are like the query, and the runs that were found
   */
  async function near(parts, { find, index, names, questions, rank, tolerate }, withSingles) {
    const looked = (run) => find(run.text).then((found) => ({ ...run, found }));
    const units = await Promise.all(Near.units(parts).filter(({ text }) => !index.isCommon(text)).map(looked));
    const said = names ? await tolerate(() => saidOtherwise(parts, names), []) : [];
    const others = await Promise.all(said.slice(0, MOST_OTHERS).map(looked));
    const asked = units.map((unit) => {
      const inside = others.filter(({ from, to }) => unit.at >= from && unit.at + Array.from(unit.text).length <= to);
      return inside.length ? { ...unit, found: rank.either(unit.found, inside.map(({ found }) => found), OTHER_WEIGHT) } : unit;
    });
    const singles = (await Promise.all((withSingles ? Near.singles(parts) : []).filter((text) => !index.isCommon(text)).map((text) => looked({ text }))))
      .filter(({ found }) => found.rarity >= RARE);
    const terms = units.concat(others).filter(({ found }) => found.records.size).map(({ text }) => text);
    const known = await tolerate(questions, null);
    const { like, answering } = known ? known.asked(parts) : { like: [], answering: new Map() };
    const sure = new Map(Array.from(answering).filter(([, { likeness }]) => likeness >= Questions.LIKE));
    const isShort = Array.from(parts.join('')).length <= SHORT;
    const scored = isShort ? { scores: new Map(), share: 0 } : Near.score(asked, rank, singles);
    const scores = withAnswers(scored, isShort ? sure : answering);
    return { scores, questions: new Map(Array.from(sure, ([record, { question }]) => [record, question.text])), like, terms };
  }

  /** The scores with what answers readers' questions that are like the query. */
  function withAnswers({ scores, share }, answering) {
    const best = Math.max(0, ...scores.values()) || 1;
    const all = new Map(scores);
    answering.forEach(({ likeness }, record) => all.set(record, (all.get(record) || 0) + ANSWERS * (SURE - share) * likeness * likeness * best));
    return all;
  }

  /** What stands for words of the parts, and from where to where in them each such word is, counted as in PracticeNear.units. */
  async function saidOtherwise(parts, names) {
    const said = [];
    let before = 0;
    for (const part of parts) {
      for (const { start, end, alternatives } of await names.within(part)) {
        const [from, to] = [start, end].map((at) => before + Array.from(part.slice(0, at)).length);
        alternatives.forEach(({ folded }) => said.push({ text: folded, from, to }));
      }
      before += Array.from(part).length + Near.GAP;
    }
    return said;
  }

  return { near };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticePlain;
