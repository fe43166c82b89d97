'use strict';
/**
 * The frame of my.html: opens the stores, lets each section take in what the address hands over, tells what was done, clears all.
 *
 * A section is what `bind(box, store, {today, tell, changed, address})` of its script returns:
 *   stores      what it keeps: each has .names or .name, .available, .damaged, .isEmpty(), .clear()
 *   takeIn(search)  whether the address speaks to it; it then keeps what was handed over, tells so, and calls address('')
 *               once that is safe, so that reloading does not keep it a second time
 *   draw()      draws what is kept
 *   forget()    drops what could be undone (optional)
 *   warnings()  what the reader must know of its data (optional)
 * It is given: today() → this day; tell(text, undo) → the line of status, with 撤销 when there is an undo, tell(null) only
 *   takes that away; changed() when something kept has changed; address(query) → writes the page's own query.
 */
(() => {
  const box = document.querySelector('[data-my]');
  const part = (name) => box.querySelector('[data-' + name + ']');
  const status = part('my-status').querySelector('span');
  const undo = part('my-status').querySelector('button');
  const warning = part('my-warning');
  const storage = localStorageOrNull();
  const given = { today, tell, changed: drawFrame, address };
  const bound = (page, name, store) => page.bind(part(name), store.open(storage, box.dataset.library), given);
  const checklists = bound(PracticeChecklistsPage, 'my-section', PracticeStore);
  const sections = [
    bound(PracticeBasketPage, 'basket', PracticeBasket),
    bound(PracticeCoursesPage, 'my-courses', PracticeCourses),
    bound(PracticeRecent, 'my-recent', PracticeSearches),
    checklists,
  ];
  const stores = [].concat(...sections.map((section) => section.stores));
  const look = PracticeLookPage.bind(part('my-look'), drawFrame);
  const namesOf = (store) => store.names || [store.name];

  /** The mere name throws where a browser forbids storage. */
  function localStorageOrNull() {
    try { return window.localStorage; } catch (error) { return null; }
  }

  /** The reader's own day, not that of Greenwich. */
  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
  }

  function tell(text, back) {
    if (text !== null) status.textContent = text;
    undo.hidden = !back;
    undo.onclick = back || null;
  }

  /** Reloading must not keep a list a second time. Some browsers forbid changing the address on file://. */
  function address(query) {
    try {
      history.replaceState(null, '', location.pathname.split('/').pop() + query);
    } catch (error) {
      if (error.name !== 'SecurityError') throw error;
    }
  }

  function takeIn() {
    const taken = sections.some((section) => section.takeIn(location.search));
    if (!taken && location.search) address('');
  }

  function draw() {
    sections.forEach((section) => section.draw());
    look.draw();
    drawFrame();
  }

  /** What depends on everything that is kept. */
  function drawFrame() {
    const [lists] = checklists.stores;
    part('my-clear').hidden = !lists.available || (look.isEmpty() && stores.every((store) => store.isEmpty()));
    part('my-where').hidden = !lists.available;
    const told = warnings(lists).join('');
    warning.hidden = !told;
    if (warning.textContent !== told) warning.textContent = told;
  }

  function warnings(lists) {
    const told = [];
    if (!lists.available) told.push('这个浏览器现在不能存放资料（可能是无痕窗口，或设置中禁止了存储）。可以在下面打勾，讲义篮只放得下这一次加入的内容，离开本页后都不保留；需要保留请打印、下载 Word 或存成文件。');
    else if (stores.some((store) => !store.available)) told.push('有些资料存不下了，关闭页面后不保留。');
    if (stores.some((store) => store.damaged)) told.push('原来存的资料有一部分读不出来，已另行保留，不影响现在使用。');
    return told.concat(...sections.map((section) => (section.warnings ? section.warnings() : [])));
  }

  /** On a shared computer nothing may come back, so this one asks first. */
  function askToClear(asks) {
    part('clear-sure').hidden = !asks;
    part('clear-ask').hidden = asks;
    part(asks ? 'clear-no' : 'clear-ask').focus();
  }

  function forget() {
    sections.forEach((section) => { if (section.forget) section.forget(); });
  }

  function clearAll() {
    askToClear(false);
    stores.forEach((store) => store.clear());
    look.clear();
    forget();
    draw();
    tell('已全部清除。');
    part('basket').querySelector('h2').focus();
  }

  /** What another tab, or the page before this one came Back, has written. */
  function redraw() {
    forget();
    tell('');
    draw();
  }

  part('clear-ask').addEventListener('click', () => askToClear(true));
  part('clear-no').addEventListener('click', () => askToClear(false));
  part('clear-yes').addEventListener('click', clearAll);
  window.addEventListener('storage', (event) => {
    if (event.key === null || stores.some((store) => namesOf(store).includes(event.key))) redraw();
  });
  window.addEventListener('pageshow', (event) => { if (event.persisted) redraw(); });
  takeIn();
  draw();
})();
