'use strict';
/**
 * 检查表 in my.html: takes in what a link hands over, draws the kept checklists, saves every tick at once.
 * What came by a link or from storage reaches the page through textContent and checked patterns only.
 *
 * PracticeChecklistsPage.bind(box, store, {today, tell, changed, address}) → a section of my-page.js; `store` is a PracticeStore.
 */
var PracticeChecklistsPage = (() => {
  const { element, button } = PracticeDom;

  function bind(box, store, { today, tell, changed, address }) {
    const part = (name) => box.querySelector('[data-' + name + ']');
    const listsBox = part('my-lists');
    /** id → {title, book, page, items}; undefined when data/checklists.js did not come. */
    const words = window.PracticeChecklists;
    /** Where a list was that 移出 took away, until the page is drawn anew: a line with 撤销 stands there. */
    let gone = [];
    /** id → the list as it was before 清空勾选, until the next tick in it. */
    const cleared = new Map();

    const known = (id) => (words && Object.prototype.hasOwnProperty.call(words, id) ? words[id] : null);
    const itemKeys = (id) => known(id).items.map(([key]) => key);
    const ticksOf = (list) => itemKeys(list.id).filter((key) => list.done.includes(key));
    const progress = (list) => '已勾 ' + ticksOf(list).length + ' / ' + itemKeys(list.id).length;
    const titleOf = (list) => (known(list.id) ? known(list.id).title : list.title || list.id);

    const inWords = (date) => date && PracticeDom.dayInWords(date) + '存入';

    function takeIn(search) {
      const given = PracticeStore.parseQuery(search);
      if (!given) return false;
      if (!words) return true; // the link may be good: it stays for when the file is back
      const sheet = known(given.id);
      if (!sheet) {
        tell('链接里的检查表不在本库中，没有存入。');
        address('');
        return true;
      }
      const done = given.done && given.done.filter((key) => itemKeys(given.id).includes(key));
      const before = store.keep(given.id, { done, date: today(), title: sheet.title });
      if (store.available) address('');
      tellKept(store.get(given.id), before);
      return true;
    }

    /** Ticks that the link replaced can be had back: whoever begins a day on an empty sheet may have meant to go on. */
    function tellKept(list, before) {
      if (!store.available) return;
      const replaced = before && ticksOf(before).join() !== ticksOf(list).join() && ticksOf(before).length > 0;
      const text = '已存入：' + titleOf(list) + '（' + progress(list) + '）。';
      if (!replaced) {
        tell(text);
        return;
      }
      tell(text + '原来存的勾选（' + progress(before) + '）已换成这次的。', () => {
        store.restore(before);
        draw();
        tell('已恢复原来存的勾选：' + titleOf(before) + '（' + progress(before) + '）。');
        focusOn(before.id);
      });
    }

    function draw() {
      const lists = store.lists();
      listsBox.textContent = '';
      listsBox.append(...lists.map(card));
      gone.forEach((line) => listsBox.insertBefore(line.node, listsBox.children[line.at] || null));
      box.hidden = false;
      part('my-empty').hidden = lists.length > 0;
      part('my-hint').hidden = !lists.some((list) => known(list.id));
      part('my-saves').hidden = !store.available;
    }

    function warnings() {
      return words ? [] : ['文件 data/checklists.js 缺失或不完整，检查表的内容显示不了。请重新复制整个资料文件夹。'];
    }

    function card(list) {
      const made = element('section', 'my-list');
      made.dataset.list = list.id;
      const sheet = known(list.id);
      made.append(heading(list, sheet));
      made.append(element('p', 'quiet', [sheet ? sheet.book : '', store.available ? inWords(list.kept) : ''].filter(Boolean).join(' · ')));
      if (!sheet) {
        if (words) made.append(element('p', '', '新版中已没有这张检查表。'));
        made.append(tools(list, made));
        return made;
      }
      made.append(element('p', 'my-progress'), items(list, sheet, made), tools(list, made));
      renew(made, list);
      return made;
    }

    function heading(list, sheet) {
      const made = element('h3', '', sheet ? '' : titleOf(list));
      made.tabIndex = -1;
      if (sheet) made.append(element('a', '', sheet.title));
      return made;
    }

    function items(list, sheet, within) {
      const made = element('ul', 'my-items');
      sheet.items.forEach(([key, text]) => {
        const line = element('li');
        const tick = element('input');
        tick.type = 'checkbox';
        tick.id = 'k-' + list.id.replace('/', '-') + '-' + key;
        tick.checked = list.done.includes(key);
        tick.autocomplete = 'off';
        tick.dataset.key = key;
        tick.addEventListener('change', () => onTick(list.id, tick, within));
        const label = element('label', '', text);
        label.htmlFor = tick.id;
        line.append(tick, label);
        made.append(line);
      });
      return made;
    }

    function tools(list, within) {
      const made = element('p', 'my-tools');
      if (known(list.id)) {
        const reset = button('清空勾选', '清空勾选：' + titleOf(list), () => onReset(list.id, within));
        reset.dataset.reset = '';
        made.append(reset);
      }
      made.append(button('移出', '移出：' + titleOf(list), () => onRemove(list.id)));
      return made;
    }

    /** What depends on the ticks; the card itself stays, and with it the focus. */
    function renew(made, list) {
      made.querySelector('.my-progress').textContent = progress(list);
      const keys = ticksOf(list);
      made.querySelector('h3 a').href = known(list.id).page + '#done=' + keys.join(',');
      made.querySelectorAll('input').forEach((tick) => { tick.checked = keys.includes(tick.dataset.key); });
      const reset = made.querySelector('[data-reset]');
      const before = cleared.has(list.id);
      reset.textContent = before ? '撤销清空' : '清空勾选';
      reset.setAttribute('aria-label', reset.textContent + '：' + titleOf(list));
      reset.hidden = !keys.length && !before;
      if (!store.available) address('?keep=check:' + list.id + '&done=' + keys.join(','));
    }

    /** After an operation: storage may have failed in it, or a second tab may have removed the list. */
    function renewFromStore(id, made) {
      const list = store.get(id);
      if (list) renew(made, list); else draw();
      changed();
    }

    function onTick(id, tick, made) {
      cleared.delete(id);
      tell(null); // what was replaced no longer stands as it was told
      store[tick.checked ? 'tick' : 'untick'](id, tick.dataset.key);
      renewFromStore(id, made);
    }

    function onReset(id, made) {
      const before = cleared.get(id);
      if (before) {
        store.restore(before);
        cleared.delete(id);
        tell('已恢复勾选：' + titleOf(before) + '。');
      } else {
        const emptied = store.reset(id);
        if (emptied) cleared.set(id, emptied);
        tell(emptied ? '已清空勾选：' + titleOf(emptied) + '。点“撤销清空”可以恢复。' : '');
      }
      renewFromStore(id, made);
    }

    function onRemove(id) {
      const removed = store.remove(id);
      const at = removed ? Array.from(listsBox.children).findIndex((node) => node.dataset.list === id) : -1;
      if (removed) {
        const line = { at, node: element('p', 'my-gone', '已移出：' + titleOf(removed.list) + '。') };
        const back = button('撤销', '撤销移出：' + titleOf(removed.list), () => {
          store.restore(removed.list, removed.at);
          gone = gone.filter((other) => other !== line);
          draw();
          changed();
          tell('已放回：' + titleOf(removed.list) + '。');
          focusOn(id);
        });
        line.node.append(' ', back);
        gone.push(line);
        tell('已移出：' + titleOf(removed.list) + '。点“撤销”可以放回。');
      }
      draw();
      changed();
      if (removed) gone[gone.length - 1].node.querySelector('button').focus();
    }

    function focusOn(id) {
      const made = Array.from(listsBox.children).find((node) => node.dataset.list === id);
      if (made) made.querySelector('h3').focus();
    }

    function forget() {
      gone = [];
      cleared.clear();
    }

    return { stores: [store], takeIn, draw, forget, warnings };
  }

  return { bind };
})();
