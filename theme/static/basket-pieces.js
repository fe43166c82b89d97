'use strict';
/**
 * Pieces of a case or manual: parts, and the sections below them. What stands in a handout is told by the ids of all that do. No DOM.
 *
 * PracticePieces.choosable(unit) → its pieces but the one that opens every handout; .withBelow(pieces, index) → one and those under
 *   it; .summary(pieces, ids) → in words what is taken (`ids` null: all).
 */
var PracticePieces = (() => {
  const choosable = (unit) => unit.pieces.filter(({ id }) => id);

  function withBelow(pieces, index) {
    const end = pieces.findIndex((piece, at) => at > index && piece.depth <= pieces[index].depth);
    return pieces.slice(index, end < 0 ? pieces.length : end);
  }

  /** 做法与经过（少 1 节）: a part is named for the sections that it brings. */
  function told(piece, pieces, ids) {
    const missing = withBelow(pieces, pieces.indexOf(piece)).filter(({ id }) => !ids.includes(id)).length;
    return piece.title + (missing ? '（少 ' + missing + ' 节）' : '');
  }

  function summary(pieces, ids) {
    if (!ids) return '全部内容';
    const taken = pieces.filter(({ id }) => ids.includes(id));
    const within = [].concat(...taken.map((piece) => withBelow(pieces, pieces.indexOf(piece)).slice(1)));
    const top = taken.filter((piece) => !within.includes(piece));
    return top.length ? top.length + ' 处：' + top.map((piece) => told(piece, pieces, ids)).join('、') : '一处也没有选，只印开头的概况';
  }

  return { choosable, withBelow, summary };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticePieces;
