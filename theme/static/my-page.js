'use strict';
/**
 * Binds PracticeStore and PracticeSearches to my.html: takes in what a link hands over, draws the kept checklists, saves
 * every tick at once.
 * What came by a link or from storage reaches the page through textContent and checked patterns only.
 */
(() => {
  const box = document.querySelector('[data-my]');
  const { element, button } = PracticeDom;
  const part = (name) => box.querySelector('[data-' + name + ']');
  const status = part('my-status').querySelector('span');
  const undo = part('my-status').querySelector('button');
  const warning = part('my-warning');
  const listsBox = part('my-lists');
  /** id → {title, book, page, items}; undefined when data/checklists.js did not come. */
  const words = window.PracticeChecklists;
  const store = PracticeStore.open(localStorageOrNull(), box.dataset.library);
  const searches = PracticeSearches.open(localStorageOrNull(), box.dataset.library);
  const basketStore = PracticeBasket.open(localStorageOrNull(), box.dataset.library);
  const basket = PracticeBasketPage.bind(document.querySelector('[data-basket]'), basketStore, { today, tell, changed: drawFrame });
  const recent = PracticeRecent.bind(part('my-recent'), searches, { today, tell, changed: drawFrame });
  /** Where a list was that 移出 took away, until the page is drawn anew: a line with 撤销 stands there. */
  let gone = [];
  /** id → the list as it was before 清空勾选, until the next tick in it. */
  const cleared = new Map();

  /** The mere name throws where a browser forbids storage. */
  function localStorageOrNull() {
    try { return window.localStorage; } catch (error) { return null; }
  }

  const known = (id) => (words && Object.prototype.hasOwnProperty.call(words, id) ? words[id] : null);
  const itemKeys = (id) => known(id).items.map(([key]) => key);
  const ticksOf = (list) => itemKeys(list.id).filter((key) => list.done.includes(key));
  const progress = (list) => '已勾 ' + ticksOf(list).length + ' / ' + itemKeys(list.id).length;
  const titleOf = (list) => (known(list.id) ? known(list.id).title : list.title || list.id);

  /** The reader's own day, not that of Greenwich. */
  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
  }

  function inWords(date) {
    const [year, month, day] = date.split('-').map(Number);
    return date ? year + '年' + month + '月' + day + '日存入' : '';
  }

  function tell(text, back) {
    status.textContent = text;
    undo.hidden = !back;
    undo.onclick = back || null;
  }

  function takeIn() {
    if (new URLSearchParams(location.search).has('add')) {
      basket.takeIn(location.search).then(() => {
        if (basketStore.available) address('');
        basket.draw();
      });
      return;
    }
    if (recent.takeIn(location.search)) {
      if (searches.available) address('');
      return;
    }
    const given = PracticeStore.parseQuery(location.search);
    if (!words) return; // the link may be good: it stays for when the file is back
    const sheet = given && known(given.id);
    if (!sheet) {
      if (given) tell('链接里的检查表不在本库中，没有存入。');
      if (location.search) address('');
      return;
    }
    const done = given.done && given.done.filter((key) => itemKeys(given.id).includes(key));
    const before = store.keep(given.id, { done, date: today(), title: sheet.title });
    if (store.available) address('');
    tellKept(store.get(given.id), before);
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

  /** Reloading must not keep a list a second time. Some browsers forbid changing the address on file://. */
  function address(query) {
    try {
      history.replaceState(null, '', location.pathname.split('/').pop() + query);
    } catch (error) {
      if (error.name !== 'SecurityError') throw error;
    }
  }

  function draw() {
    const lists = store.lists();
    listsBox.textContent = '';
    listsBox.append(...lists.map(card));
    gone.forEach((line) => listsBox.insertBefore(line.node, listsBox.children[line.at] || null));
    part('my-section').hidden = false;
    part('my-empty').hidden = lists.length > 0;
    part('my-hint').hidden = !lists.some((list) => known(list.id));
    drawFrame();
  }

  /** What depends on everything that is kept. */
  function drawFrame() {
    part('my-clear').hidden = !store.available || (store.isEmpty() && searches.isEmpty() && basketStore.isEmpty() && !PracticeLook.isKept());
    warn();
  }

  function warn() {
    const told = [];
    if (!store.available) told.push('这个浏览器现在不能存放资料（可能是无痕窗口，或设置中禁止了存储）。可以在下面打勾，讲义篮只放得下这一次加入的内容，离开本页后都不保留；需要保留请打印、下载 Word 或存成文件。');
    if (store.available && !searches.available) told.push('检索存不下了，关闭页面后不保留。');
    if (store.damaged || searches.damaged || basketStore.damaged) told.push('原来存的资料有一部分读不出来，已另行保留，不影响现在使用。');
    if (!words) told.push('文件 data/checklists.js 缺失或不完整，检查表的内容显示不了。请重新复制整个资料文件夹。');
    part('my-where').hidden = !store.available;
    part('my-saves').hidden = !store.available;
    warning.hidden = !told.length;
    if (warning.textContent !== told.join('')) warning.textContent = told.join('');
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
    warn();
  }

  function onTick(id, tick, made) {
    cleared.delete(id);
    undo.hidden = true; // what was replaced no longer stands as it was told
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
        tell('已放回：' + titleOf(removed.list) + '。');
        focusOn(id);
      });
      line.node.append(' ', back);
      gone.push(line);
      tell('已移出：' + titleOf(removed.list) + '。点“撤销”可以放回。');
    }
    draw();
    if (removed) gone[gone.length - 1].node.querySelector('button').focus();
  }

  function focusOn(id) {
    const made = Array.from(listsBox.children).find((node) => node.dataset.list === id);
    if (made) made.querySelector('h3').focus();
  }

  /** On a shared computer nothing may come back, so this one asks first. */
  function askToClear(asks) {
    part('clear-sure').hidden = !asks;
    part('clear-ask').hidden = asks;
    part(asks ? 'clear-no' : 'clear-ask').focus();
  }

  function clearAll() {
    askToClear(false);
    store.clear();
    searches.clear();
    basketStore.clear();
    PracticeLook.choose(PracticeLook.parse('normal'), true);
    forget();
    recent.draw();
    basket.draw();
    draw();
    tell('已全部清除。');
    part('basket').querySelector('h2').focus();
  }

  function forget() {
    gone = [];
    cleared.clear();
  }

  /** What another tab, or the page before this one came Back, has written. */
  function redraw() {
    forget();
    tell('');
    recent.draw();
    basket.draw();
    draw();
  }

  document.addEventListener('look', drawFrame);
  part('clear-ask').addEventListener('click', () => askToClear(true));
  part('clear-no').addEventListener('click', () => askToClear(false));
  part('clear-yes').addEventListener('click', clearAll);
  window.addEventListener('storage', (event) => { if (event.key === null || [store.name, searches.name, ...basketStore.names].includes(event.key)) redraw(); });
  window.addEventListener('pageshow', (event) => { if (event.persisted) redraw(); });
  takeIn();
  recent.draw();
  basket.draw();
  draw();
})();
