'use strict';
/**
 * Draws the items of the 讲义篮: order, removal, and which pieces of each are taken. All text through textContent.
 *
 * PracticeBasketList.draw(entries, act) → list items. An entry is {item, unit}: the kept item and its unit's data, null while
 *   it is not there. `act` has move(unit, by), remove(unit), choose(unit, pieces).
 */
var PracticeBasketList = (() => {
  const KINDS = { case: '案例', manual: '手册', table: '对照表' };

  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function button(text, label, act) {
    const made = element('button', '', text);
    made.type = 'button';
    made.setAttribute('aria-label', label);
    made.addEventListener('click', act);
    return made;
  }

  const titleOf = ({ item, unit }) => (unit ? unit.title : item.title || item.unit);
  const choosable = (unit) => unit.pieces.filter(({ id }) => id);

  /** The pieces below one: those that follow it and are deeper. */
  function below(pieces, index) {
    const end = pieces.findIndex((piece, at) => at > index && piece.depth <= pieces[index].depth);
    return pieces.slice(index + 1, end < 0 ? pieces.length : end);
  }

  /** Ids of the pieces that stand in the handout: those taken and those below them. */
  function standing(pieces, taken) {
    if (!taken) return pieces.map(({ id }) => id);
    return pieces.filter((piece, index) => taken.includes(piece.id)
      || pieces.some((above, at) => at < index && taken.includes(above.id) && below(pieces, at).includes(piece))).map(({ id }) => id);
  }

  /** The fewest ids that say the same: none of a piece below one that is taken whole; null for all. */
  function shortest(pieces, ids) {
    const whole = pieces.filter((piece, index) => ids.includes(piece.id) && below(pieces, index).every(({ id }) => ids.includes(id)));
    const covered = whole.reduce((all, piece) => all.concat(below(pieces, pieces.indexOf(piece)).map(({ id }) => id)), []);
    const found = pieces.filter(({ id }) => ids.includes(id) && !covered.includes(id)).map(({ id }) => id);
    return ids.length === pieces.length ? null : found;
  }

  /** A tick for each piece; a part takes all below it along. */
  function chooser({ item, unit }, act) {
    const pieces = choosable(unit);
    const ticked = standing(pieces, item.pieces);
    const ticks = pieces.map((piece, index) => {
      const tick = element('input');
      tick.type = 'checkbox';
      tick.id = 'b-' + item.unit.replace(':', '-') + '-' + piece.id;
      tick.checked = ticked.includes(piece.id);
      tick.autocomplete = 'off';
      tick.addEventListener('change', () => onTick(index, tick.checked));
      return tick;
    });
    function onTick(index, isOn) {
      below(pieces, index).forEach((piece) => { ticks[pieces.indexOf(piece)].checked = isOn; });
      if (!isOn) pieces.forEach((above, at) => { if (at < index && below(pieces, at).includes(pieces[index]) && unhead(pieces, ticks, at)) ticks[at].checked = false; });
      act.choose(item.unit, shortest(pieces, pieces.filter((piece, at) => ticks[at].checked).map(({ id }) => id)));
    }
    const lines = pieces.map((piece, index) => {
      const label = element('label', '', piece.title);
      label.htmlFor = ticks[index].id;
      return element('li', 'depth-' + piece.depth, ticks[index], label);
    });
    return element('ul', 'basket-pieces', ...lines);
  }

  /** A part of which a section is taken off stands no longer whole. */
  const unhead = (pieces, ticks, at) => below(pieces, at).some((piece) => !ticks[pieces.indexOf(piece)].checked);

  function summary({ item, unit }) {
    const pieces = choosable(unit);
    if (!item.pieces) return '全部内容';
    const taken = pieces.filter(({ id }) => item.pieces.includes(id)).map(({ title }) => title);
    return taken.length ? taken.length + ' 处：' + taken.join('、') : '一处也没有选，只印开头的概况';
  }

  function details(entry, act) {
    if (!choosable(entry.unit).length) return element('p', 'quiet', '整张表');
    const told = element('span', '', summary(entry));
    const renewed = Object.assign({}, act, { choose: (unit, pieces) => { told.textContent = summary({ item: { pieces }, unit: entry.unit }); act.choose(unit, pieces); } });
    return element('details', '', element('summary', '', '选章节（', told, '）'), chooser(entry, renewed));
  }

  function line(entry, index, count, act) {
    const { item, unit } = entry;
    const title = titleOf(entry);
    const name = element('h3', '', ...(unit ? [link(unit)] : [title]), element('span', 'quiet', KINDS[item.unit.split(':')[0]]));
    const up = button('上移', '上移：' + title, () => act.move(item.unit, -1));
    const down = button('下移', '下移：' + title, () => act.move(item.unit, 1));
    up.disabled = index === 0;
    down.disabled = index === count - 1;
    const tools = element('p', 'my-tools', up, down, button('移出', '移出：' + title, () => act.remove(item.unit)));
    const made = element('li', 'my-list', name, unit ? details(entry, act) : element('p', 'my-missing', '这一项的文件不在，印不出来。可能新版已经没有它，也可能文件夹没有复制完整。'), tools);
    made.dataset.unit = item.unit;
    return made;
  }

  function link(unit) {
    const made = element('a', '', unit.title);
    made.href = unit.page;
    return made;
  }

  const draw = (entries, act) => entries.map((entry, index) => line(entry, index, entries.length, act));

  return { draw, titleOf, standing, shortest, choosable };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeBasketList;
