'use strict';
/**
 * How a query may be read as syllables: each way is a row of parts (search-name-tables.js) that a name must hold one
 * after the other. Letters are cut into full syllables, beginnings and initials; Han characters and digits are
 * themselves, or whatever sounds like them.
 */
var PracticeNameParts = (() => {
  const LETTER = /^[a-z]$/;
  const WORD = /^[\p{L}\p{N}]$/u;
  const INITIAL = /^([a-z]|[zcs]h)$/;
  const LONGEST_SYLLABLE = 6;
  /** More characters than any name is found by: 64 syllables. */
  const LONGEST_QUERY = 64 * LONGEST_SYLLABLE;

  /** Folded text without punctuation: what is typed when a name is. @returns {string[]} */
  function units(folded) {
    const kept = Array.from(folded.slice(0, 2 * LONGEST_QUERY)).filter((char) => WORD.test(char));
    return kept.length > LONGEST_QUERY ? [] : kept;
  }

  function hasLetters(chars) { return chars.some(isLetter); }

  function isLetter(char) { return LETTER.test(char) || char === 'ü'; }

  /** The character itself. */
  function same(char, readings) { return { tokens: readings.used(char), isExact: true, char }; }

  /** Any character that sounds like it. */
  function sound(char, readings) { return { tokens: readings.all(char), isExact: true, char: '' }; }

  /** @returns the way of reading in which every unit is itself, or sounds like itself */
  function characters(make) {
    return (chars, readings) => (at) => [{ part: make(chars[at], readings), end: at + 1 }];
  }

  /** @param {(letters: string, isLast: boolean, readings: object) => object[]} cut the parts that letters may be */
  function letters(cut) {
    return (chars, readings) => (at) => {
      if (!isLetter(chars[at])) return [{ part: same(chars[at], readings), end: at + 1 }];
      const found = [];
      for (let end = at + 1; end <= chars.length && end - at <= LONGEST_SYLLABLE && isLetter(chars[end - 1]); end += 1) {
        const text = chars.slice(at, end).join('');
        for (const part of cut(text, end === chars.length, readings)) if (part.tokens.length) found.push({ part, end });
      }
      return found.reverse();
    };
  }

  function full(text, readings) {
    const tokens = spellings(text).filter((token) => token.length === 1 || readings.syllables.has(token));
    return { tokens, isExact: true, char: '' };
  }

  function beginning(text, readings) {
    const tokens = spellings(text).filter((token) => token.length === 1 || readings.beginnings.has(token));
    return { tokens, isExact: false, char: '' };
  }

  /** ü is typed as v or u, and after j, q, x, y as u. */
  function spellings(text) {
    const typed = text.replace(/ü/g, 'v').replace(/^([jqxy])v/, '$1u');
    return /^[ln]u/.test(typed) ? [typed, typed.replace('u', 'v')] : [typed];
  }

  /** The ways of reading, the surest first. */
  const ways = {
    exact: characters(same),
    sound: characters(sound),
    full: letters((text, isLast, readings) => [full(text, readings)]),
    prefix: letters((text, isLast, readings) => (isLast ? [beginning(text, readings)] : [full(text, readings)])),
    initials: letters((text, isLast, readings) => (INITIAL.test(text) ? [beginning(text, readings)] : [])),
    mixed: letters((text, isLast, readings) => [beginning(text, readings)]),
  };

  return { units, hasLetters, same, sound, ways };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeNameParts;
