'use strict';
/**
 * 最近检索 in my.html: takes in what a link keeps, records what its own form asks, draws the list. What came by a link or
 * from storage reaches the page through textContent and encoded addresses only.
 *
 * PracticeRecent.bind(box, searches, {today, tell, changed, address}) → a section of my-page.js.
 */
var PracticeRecent = (() => {
  const SHOWN = 5;
  const LONGEST = 60;

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function button(text, label, act) {
    const made = element('button', { type: 'button' }, text);
    made.setAttribute('aria-label', label);
    made.addEventListener('click', act);
    return made;
  }

  function titleOf({ text }) {
    const chars = Array.from(text);
    return chars.length > LONGEST ? chars.slice(0, LONGEST).join('') + '…' : text;
  }

  function detailsOf({ chosen, sort, kept }) {
    const [, month, day] = kept.split('-').map(Number);
    const facets = chosen.map(([facet, value]) => facet + '：' + value);
    return facets.concat(sort === 'added' ? '按入库日期' : [], kept ? month + '月' + day + '日' : []).join(' · ');
  }

  function bind(box, searches, { today, tell, changed, address }) {
    const list = box.querySelector('[data-recent-list]');
    let showsAll = false;

    function takeIn(search) {
      const given = PracticeAddress.kept(search);
      if (!given) return false;
      const kept = searches.keep(given, today());
      if (!kept) tell('这次检索太长，没有记下。');
      else if (searches.available) tell('已记下检索：' + titleOf(kept) + '。');
      if (searches.available) address('');
      return true;
    }

    function draw() {
      const all = searches.list();
      const drawn = showsAll ? all : all.slice(0, SHOWN);
      box.hidden = false;
      box.querySelector('[data-recent-empty]').hidden = all.length > 0;
      list.textContent = '';
      list.append(...drawn.map(line));
      if (drawn.length < all.length) list.append(element('li', {}, rest(all.length)));
    }

    function line(search) {
      const link = element('a', { href: 'search.html' + PracticeAddress.write(search) }, titleOf(search));
      link.addEventListener('click', () => searches.keep(search, today()));
      const made = element('li', {}, link, element('span', { className: 'quiet' }, detailsOf(search)));
      made.append(button('移出', '移出：' + titleOf(search), () => onRemove(search, made)));
      return made;
    }

    function rest(count) {
      return button('全部 ' + count + ' 条', '显示全部 ' + count + ' 条检索', () => {
        showsAll = true;
        draw();
        list.children[SHOWN].querySelector('a').focus();
      });
    }

    /** In the place of what was removed stands a line that brings it back, until the list is drawn anew. */
    function onRemove(search, made) {
      const at = searches.remove(search);
      const back = button('撤销', '撤销移出：' + titleOf(search), () => {
        searches.restore(search, at);
        draw();
        changed();
        tell('已放回：' + titleOf(search) + '。');
        focusOn(search);
      });
      made.replaceWith(element('li', { className: 'my-gone-line' }, '已移出：' + titleOf(search) + '。', back));
      changed();
      tell('已移出：' + titleOf(search) + '。点“撤销”可以放回。');
      back.focus();
    }

    function focusOn(search) {
      const link = Array.from(list.querySelectorAll('a')).find(({ href }) => href.endsWith(PracticeAddress.write(search)));
      if (link) link.focus();
    }

    box.querySelector('form').addEventListener('submit', ({ target }) => {
      searches.keep({ text: target.elements.q.value, chosen: [], sort: 'relevance' }, today());
    });
    return { stores: [searches], takeIn, draw };
  }

  return { bind };
})();
