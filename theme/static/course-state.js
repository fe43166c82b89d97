'use strict';
/**
 * How far a reader is in one course, as data: no DOM, no page.
 *
 * A state is {done: [step anchor, …], answers: {question key: {value, checked, right}}}: `value` is the answer as
 *   right_value in generator/views/quiz.py writes it (what is not answered yet is left empty between the hyphens), or the
 *   words of an open answer; `checked` says that the reader has looked at what is right, and `right` what came out:
 *   true, false, or null where nobody judges.
 * PracticeCourseState.empty() · .read(text) → state, never throws: what is none is left out · .write(state) → text ·
 *   .isEmpty(state) · .merge(state, newer) → state with the steps of both, and of answers to one question the newer ·
 *   .judge(kind, right, value) → true or false, null for an open question · .isComplete(kind, value) ·
 *   .score(state, keys) → {checked, right, judged}: of these questions those looked at, answered rightly, and judged at all ·
 *   .progress(state, anchors, keys) → {done, of, tested, text}: steps done, all steps, and both in words · .longest: characters of an open answer.
 */
var PracticeCourseState = (() => {
  const ANCHOR = /^s-[a-z0-9-]{1,60}$/;
  const KEY = /^[0-9a-f]{6}$/;
  const LONGEST = 1000;

  const empty = () => ({ done: [], answers: {} });
  const isEmpty = (state) => !state.done.length && !Object.keys(state.answers).length;
  const own = (thing, key) => Object.prototype.hasOwnProperty.call(thing, key);

  /** A state as it should be, made of whatever is given; `spoiled` is told when something was left out. */
  function checked(given, spoiled = () => {}) {
    const state = empty();
    if (!given || typeof given !== 'object' || !Array.isArray(given.done) || !given.answers || typeof given.answers !== 'object') {
      spoiled();
      return state;
    }
    state.done = Array.from(new Set(given.done.filter((anchor) => ANCHOR.test(anchor))));
    if (state.done.length !== given.done.length) spoiled();
    Object.keys(given.answers).forEach((key) => {
      const answer = given.answers[key];
      if (!KEY.test(key) || !answer || typeof answer.value !== 'string') { spoiled(); return; }
      const right = answer.right === true || answer.right === false ? answer.right : null;
      state.answers[key] = { value: answer.value.slice(0, LONGEST), checked: answer.checked === true, right };
    });
    return state;
  }

  function read(text) {
    try { return checked(JSON.parse(text)); } catch (error) { return empty(); }
  }

  const write = (state) => JSON.stringify(state);

  function merge(state, newer) {
    const done = Array.from(new Set(state.done.concat(newer.done)));
    return { done, answers: Object.assign({}, state.answers, newer.answers) };
  }

  const judge = (kind, right, value) => (kind === 'open' ? null : value === right);

  /** Whether nothing of the answer is missing, so that it can be held against the right one. */
  function isComplete(kind, value) {
    if (kind === 'open') return value.trim() !== '';
    return value !== '' && value.split('-').every(Boolean);
  }

  function score(state, keys) {
    const given = keys.filter((key) => own(state.answers, key)).map((key) => state.answers[key]);
    return {
      checked: given.filter((answer) => answer.checked).length,
      right: given.filter((answer) => answer.checked && answer.right).length,
      judged: given.filter((answer) => answer.checked && answer.right !== null).length,
    };
  }

  /** How far a reader is in a course with these steps and questions. Open questions are nobody's to judge. */
  function progress(state, anchors, keys) {
    const done = anchors.filter((anchor) => state.done.includes(anchor)).length;
    const { checked: looked, right, judged } = score(state, keys);
    const open = judged < looked ? '（简答自己对照，不计）' : '';
    const tested = keys.length ? '；自测 ' + keys.length + ' 题，已对答案 ' + looked + ' 题，答对 ' + right + ' 题' + open : '';
    return { done, of: anchors.length, tested, text: '学完 ' + done + ' / ' + anchors.length + ' 步' + tested };
  }

  return { longest: LONGEST, empty, isEmpty, checked, read, write, merge, judge, isComplete, score, progress };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeCourseState;
