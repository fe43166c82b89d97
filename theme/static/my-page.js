'use strict';
/**
 * The frame of my.html: opens the stores, lets each section take in what the address hands over, tells what was done, clears all.
 *
 * A section is what `bind(box, store, {today, tell, changed, address})` of its script returns:
 *   stores      what it keeps, each a list of `shelves` (my-shelf.js). The frame asks the shelves whether they work, are damaged
 *               or empty, clears them, draws anew when a second tab has written one, saves all as one file (my-file.js)
 *   takeIn(search)  whether the address speaks to it; it then keeps what was handed over, tells so, and calls address('')
 *               once that is safe, so that reloading does not keep it a second time
 *   draw()      draws what is kept; may return a promise that it is drawn
 *   reveal()    once all sections are drawn: brings what was taken in before the reader's eyes (optional)
 *   forget()    drops what could be undone (optional)
 *   warnings()  what the reader must know of its data (optional)
 * It is given: today() → this day; tell(text, undo, place) → the line of status, with 撤销 when there is an undo, and a link when
 *   there is a place {href, text} to go back to, tell(null) only takes 撤销 away; changed() when something kept has changed;
 *   address(query) → writes the page's own query.
 */
(() => {
  const box = document.querySelector('[data-my]');
  const part = (name) => box.querySelector('[data-' + name + ']');
  const status = part('my-status').querySelector('span');
  const undo = part('my-status').querySelector('button');
  const back = part('my-status').querySelector('a');
  const warning = part('my-warning');
  const storage = PracticeShelf.storage();
  const given = { today, tell, changed: drawFrame, address };
  const bound = (page, name, store) => page.bind(part(name), store.open(storage, box.dataset.library), given);
  const checklists = bound(PracticeChecklistsPage, 'my-section', PracticeStore);
  const sections = [
    bound(PracticeBasketPage, 'basket', PracticeBasket),
    bound(PracticeMarksPage, 'my-marks', PracticeMarks),
    bound(PracticeCoursesPage, 'my-courses', PracticeCourses),
    bound(PracticeRecent, 'my-recent', PracticeSearches),
    checklists,
    bound(PracticeLookPage, 'my-look', PracticeLookStore),
  ];
  const stores = [].concat(...sections.map((section) => section.stores));
  const shelves = [].concat(...stores.map((store) => store.shelves));

  /** The reader's own day, not that of Greenwich. */
  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
  }

  function tell(text, takeBack, place) {
    undo.hidden = !takeBack;
    undo.onclick = takeBack || null;
    if (text === null) return;
    status.textContent = text;
    back.hidden = !place;
    if (place) Object.assign(back, { href: place.href, textContent: place.text });
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
    const drawn = sections.map((section) => section.draw());
    drawFrame();
    return Promise.all(drawn);
  }

  /** What depends on everything that is kept. */
  function drawFrame() {
    const [lists] = checklists.stores;
    part('my-clear').hidden = !lists.available || shelves.every((shelf) => shelf.isEmpty());
    part('my-where').hidden = !lists.available;
    const told = warnings(lists).join('');
    warning.hidden = !told;
    if (warning.textContent !== told) warning.textContent = told;
  }

  function warnings(lists) {
    const told = [];
    if (!lists.available) told.push('这个浏览器现在不能存放资料（可能是无痕窗口，或设置中禁止了存储）。可以在下面打勾、写笔记，讲义篮只放得下这一次加入的内容，离开本页后都不保留；需要保留请打印、下载 Word 或存成文件。');
    else if (shelves.some((shelf) => !shelf.available)) told.push('有些资料存不下了，关闭页面后不保留。');
    if (shelves.some((shelf) => shelf.damaged)) told.push('原来存的资料有一部分读不出来，已另行保留，不影响现在使用。');
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
    shelves.forEach((shelf) => shelf.clear());
    forget();
    draw();
    tell('已全部清除。');
    part('basket').querySelector('h2').focus();
  }

  /** What another tab, the page before this one came Back, or a file has written. */
  function redraw() {
    forget();
    tell('');
    draw();
  }

  part('clear-ask').addEventListener('click', () => askToClear(true));
  part('clear-no').addEventListener('click', () => askToClear(false));
  part('clear-yes').addEventListener('click', clearAll);
  window.addEventListener('storage', (event) => {
    if (event.key === null || shelves.some((shelf) => shelf.name === event.key)) redraw();
  });
  window.addEventListener('pageshow', (event) => { if (event.persisted) redraw(); });
  PracticeFilePage.bind(part('my-all'), shelves, box.dataset.library, { today, tell, redraw });
  takeIn();
  draw().then(() => sections.forEach((section) => { if (section.reveal) section.reveal(); }));
})();
