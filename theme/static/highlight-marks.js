'use strict';
/**
 * Marks in the text of a page, across inline markup and within one block.
 *
 * @typedef {{text: string, marks: HTMLElement[]}} Hit one occurrence: its text as written, its marks in order
 */
var PracticeMarks = (() => {
  const HTML = 'http://www.w3.org/1999/xhtml';

  /** @param {[string, boolean][]} pieces of a whole text @returns {[number, number][]} where the hits stand in it */
  function ranges(pieces) {
    const found = [];
    let at = 0;
    pieces.forEach(([text, isHit]) => {
      if (isHit) found.push([at, at + text.length]);
      at += text.length;
    });
    return found;
  }

  /** @param {Iterable<Element>} blocks @param {(text: string) => [number, number][]} rangesOf @returns {Hit[]} */
  function put(blocks, rangesOf) {
    const hits = Array.from(blocks, (block) => {
      const { textContent } = block;
      const found = rangesOf(textContent);
      return found.length ? markAll(block, textContent, found) : [];
    });
    return [].concat(...hits).filter(({ marks }) => marks.length && canBeSeen(marks[0]));
  }

  /** From the last to the first, so that what stands before keeps its place. */
  function markAll(block, text, found) {
    const nodes = textNodes(block).reverse();
    return found.slice().reverse().map(([start, end]) => {
      const marks = nodes.map(({ node, at }) => markPart(node, Math.max(0, start - at), end - at)).filter(Boolean);
      return { text: text.slice(start, end), marks: marks.reverse() };
    }).reverse();
  }

  function textNodes(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let at = 0;
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, at });
      at += walker.currentNode.length;
    }
    return nodes;
  }

  /** Text of a drawing stays as it is: a mark has no place there. */
  function markPart(node, from, to) {
    if (from >= Math.min(to, node.length) || node.parentNode.namespaceURI !== HTML) return null;
    if (to < node.length) node.splitText(to);
    const part = node.splitText(from);
    const mark = document.createElement('mark');
    mark.className = 'found';
    part.parentNode.replaceChild(mark, part);
    mark.append(part);
    return mark;
  }

  function canBeSeen(mark) {
    return mark.getClientRects().length > 0 || mark.closest('details') !== null;
  }

  /** The number of the first hit in a place of the page, else of the first behind it, else of the first. */
  function nearest(hits, place) {
    const stands = (relation) => hits.findIndex(({ marks }) => place.compareDocumentPosition(marks[0]) & relation);
    const within = stands(Node.DOCUMENT_POSITION_CONTAINED_BY);
    return within >= 0 ? within : Math.max(0, stands(Node.DOCUMENT_POSITION_FOLLOWING));
  }

  function remove(hits) {
    hits.forEach(({ marks }) => marks.forEach((mark) => {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }));
  }

  return { ranges, put, nearest, remove };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeMarks;
