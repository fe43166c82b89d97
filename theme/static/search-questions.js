'use strict';
/**
 * What readers ask in their own words (content/faq.md): which of those questions a query is like, and the records that
 * answer them, which need not hold one word of it. Likeness is the share that query and wording have in common of what both
 * say (Dice), each unit weighed by how few questions have it. A query that names a place is like no question about another.
 */
var PracticeQuestions = (() => {
  const Asking = typeof module === 'object' && module.exports ? require('./search-asking.js') : PracticeAsking;

  /** Stretches that units are taken from: letters and digits whole, Chinese by the character. */
  const RUN = /[a-z0-9.%]+|[\u3400-\u9fff]+/g;
  const HAN = /[\u3400-\u9fff]/;
  /** Less in common says nothing. */
  const LEAST = 0.2;
  /** So much in common, and most likely the same is asked. */
  const LIKE = 0.4;
  /** A further answer of a question counts so much of the one before. */
  const FURTHER = 0.85;
  /** What a question word counts of others: it tells 是什么 from 有没有. */
  const ASKED = 0.7;

  /**
   * @param {[string, string[], string[], string, string, number[]][]} table question, wordings, places, page, anchor, records
   *   that answer it @param {(text: string) => string} fold
   */
  function create(table, fold) {
    const questions = table.map(([text, wordings, places, page, anchor, records]) => ({
      text, page, anchor, records, places: places.map(fold), said: [text].concat(wordings).map((wording) => unitsOf(partsOf(wording, fold))),
    }));
    const places = Array.from(new Set([].concat(...questions.map((question) => question.places))));
    const counts = new Map();
    questions.forEach(({ said }) => new Set([].concat(...said.map((units) => Array.from(units.keys()))))
      .forEach((unit) => counts.set(unit, (counts.get(unit) || 0) + 1)));
    const weightOf = (unit, share) => share * Math.log(1 + questions.length / ((counts.get(unit) || 0) + 0.5));
    const weigh = (units) => Array.from(units).reduce((sum, [unit, share]) => sum + weightOf(unit, share), 0);
    const weights = new Map(questions.map(({ said }) => said).reduce((all, some) => all.concat(some), []).map((units) => [units, weigh(units)]));

    function likeness(asked, whole, said) {
      let common = 0;
      asked.forEach((share, unit) => { if (said.has(unit)) common += weightOf(unit, Math.min(share, said.get(unit))); });
      return common ? 2 * common / (whole + weights.get(said)) : 0;
    }

    /** @param {string[]} parts of the query, folded @returns {{question: object, rate: number}[]} the questions like it, the most like first */
    function rated(parts) {
      const asked = unitsOf(parts);
      const whole = weigh(asked);
      const named = places.filter((place) => parts.some((part) => part.includes(place)));
      const isMeant = (question) => !named.length || !question.places.length || named.some((place) => question.places.includes(place));
      return questions.filter(isMeant)
        .map((question) => ({ question, rate: Math.max(...question.said.map((units) => likeness(asked, whole, units))) }))
        .filter(({ rate }) => rate >= LEAST).sort((a, b) => b.rate - a.rate);
    }

    /**
     * What readers ask that is like the query: `like` are the questions that most likely ask the same, `answering` the records
     * that answer those and others, with how sure that is (0 to 1) and the question.
     * @param {string[]} parts of the query, folded
     * @returns {{like: {text: string, page: string, anchor: string}[], answering: Map<number, {likeness: number, question: object}>}}
     */
    function asked(parts) {
      const found = rated(parts);
      const answering = new Map();
      found.forEach(({ question, rate }) => question.records.forEach((record, place) => {
        const own = rate * Math.pow(FURTHER, place);
        if (own > (answering.has(record) ? answering.get(record).likeness : 0)) answering.set(record, { likeness: own, question });
      }));
      const like = found.filter(({ rate }) => rate >= LIKE).map(({ question: { text, page, anchor } }) => ({ text, page, anchor }));
      return { like, answering };
    }

    return { asked };
  }

  const partsOf = (text, fold) => text.split(/\s+/).map(fold).filter(Boolean);

  /** Characters and pairs of them, figures and words of letters whole, each with what it counts. @returns {Map<string, number>} */
  function unitsOf(parts) {
    const units = new Map();
    const add = (unit, share) => units.set(unit, Math.max(share, units.get(unit) || 0));
    const runs = (text) => (text.match(RUN) || []).map((run) => (HAN.test(run) ? Array.from(run) : [run]));
    const each = (text, share) => runs(text).forEach((chars) => chars.forEach((char, at) => {
      add(char, share);
      if (at) add(chars[at - 1] + char, share);
    }));
    parts.forEach((part) => {
      each(part, ASKED);
      Asking.segments(part).forEach(({ text }) => each(text, 1));
    });
    return units;
  }

  return { create, LIKE };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeQuestions;
