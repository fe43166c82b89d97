'use strict';
/**
 * Draws the items of the 讲义篮: order, removal, and which pieces of each are taken. All text through textContent.
 *
 * PracticeBasketList.draw(entries, act) → list items. An entry is {item, unit}: the kept item and its unit's data, null while
 *   it is not there. `act` has move(unit, by), remove(unit), choose(unit, pieces).
 */
var PracticeBasketList = (() => {
  const { element, button } = PracticeDom;
  const { choosable, withBelow, summary } = PracticePieces;
  const KINDS = { case: '案例', manual: '手册', table: '对照表' };

  const titleOf = ({ item, unit }) => (unit ? unit.title : item.title || item.unit);
  /** A tick for each piece; that of a part is followed by those below it. */
  function chooser({ item, unit }, choose) {
    const pieces = choosable(unit);
    const ticks = pieces.map((piece) => {
      const tick = element('input');
      tick.type = 'checkbox';
      tick.id = 'b-' + item.unit.replace(':', '-') + '-' + piece.id;
      tick.checked = !item.pieces || item.pieces.includes(piece.id);
      tick.autocomplete = 'off';
      return tick;
    });
    ticks.forEach((tick, index) => tick.addEventListener('change', () => {
      withBelow(pieces, index).forEach((piece) => { ticks[pieces.indexOf(piece)].checked = tick.checked; });
      const ids = pieces.filter((piece, at) => ticks[at].checked).map(({ id }) => id);
      choose(ids.length === pieces.length ? null : ids);
    }));
    return element('ul', 'basket-pieces', ...pieces.map((piece, index) => {
      const label = element('label', '', piece.title);
      label.htmlFor = ticks[index].id;
      return element('li', 'depth-' + piece.depth, ticks[index], label);
    }));
  }

  function details(entry, act) {
    const { item, unit } = entry;
    if (!choosable(unit).length) return element('p', 'quiet', '整张表');
    const told = element('span', '', summary(choosable(unit), item.pieces));
    function choose(ids) {
      told.textContent = summary(choosable(unit), ids);
      act.choose(item.unit, ids);
    }
    return element('details', '', element('summary', '', '选章节（', told, '）'), chooser(entry, choose));
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

  return { draw, titleOf };
})();
