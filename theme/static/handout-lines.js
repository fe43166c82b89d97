'use strict';
/**
 * Where lines and pages of a handout break: its title in lines of like length, wide tables on pages turned on their side.
 * Twin of generator/views/orgchart/text.py (wrap) and generator/handouts/orientation.py. No DOM.
 *
 * PracticeHandout.wrap(text, most, breaking) → lines of about `most` Han characters, parted at the border of words where one is
 *   near; `breaking` is that of data/handouts/common.js.
 * PracticeHandout.sideways(blocks, rules) → for each block whether its page is turned.
 */
var PracticeHandout = ((handout) => {
  const isAscii = (char) => char < '\x80';
  const isAlphanumeric = (char) => /^[0-9A-Za-z]$/.test(char);

  const units = (text, { narrow }) => Array.from(text).reduce((sum, char) => sum + (isAscii(char) ? narrow : 1), 0);

  function mayBreak(chars, index, { neverFirst, neverLast }) {
    const [before, here] = [chars[index - 1], chars[index]];
    return !(isAlphanumeric(before) && isAlphanumeric(here)) && !neverFirst.includes(here) && !neverLast.includes(before);
  }

  function cost(chars, index, target, breaking) {
    const { words, goodLast } = breaking;
    const around = (word) => chars.slice(Math.max(0, index - word.length + 1), index + word.length - 1).join('');
    const after = chars.slice(index).join('');
    const inside = words.some((word) => around(word).includes(word)) ? 2 : 0;
    const good = goodLast.includes(chars[index - 1]) || ['（', ...words].some((word) => after.startsWith(word)) ? 1 : 0;
    return Math.abs(units(chars.slice(0, index).join(''), breaking) - target) + inside - good;
  }

  function wrap(text, most, breaking) {
    const count = Math.ceil(units(text, breaking) / most);
    if (count < 2) return [text];
    const chars = Array.from(text);
    const target = units(text, breaking) / count;
    const near = chars.map((char, index) => index).filter((index) => index && mayBreak(chars, index, breaking)
      && Math.abs(units(chars.slice(0, index).join(''), breaking) - target) <= breaking.slack);
    if (!near.length) return [text];
    const best = near.reduce((one, other) => (cost(chars, other, target, breaking) < cost(chars, one, target, breaking) ? other : one));
    return [chars.slice(0, best).join(''), ...wrap(chars.slice(best).join(''), most, breaking)];
  }

  const isTurned = (block) => block.block === 'table' && block.landscape;
  const leads = (block) => block.block === 'heading' || block.block === 'paragraph';

  /** The first of the blocks that lead to the wide table at `index`. */
  function start(blocks, index, near) {
    let first = index;
    while (first && leads(blocks[first - 1])) first -= 1;
    if (index - first <= near || (first && blocks[first - 1].block === 'new-page')) return first;
    let last = index;
    for (let at = first; at < index; at += 1) if (blocks[at].block === 'heading') last = at;
    while (last > first && blocks[last - 1].block === 'heading') last -= 1;
    return last;
  }

  function sideways(blocks, { near }) {
    const turned = blocks.map(isTurned);
    blocks.forEach((block, index) => {
      if (isTurned(block)) turned.fill(true, start(blocks, index, near), index);
    });
    return turned;
  }

  return Object.assign(handout, { wrap, sideways });
})(typeof PracticeHandout === 'object' ? PracticeHandout : {});

if (typeof module === 'object' && module.exports) module.exports = PracticeHandout;
