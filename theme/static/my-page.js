'use strict';
/**
 * The frame of my.html: what the address hands over goes to the section that it is for; one line says what was done, with
 * 撤销; warnings; 全部清除. What is kept, and how it looks, is the sections' own matter. A section is one line of SECTIONS:
 *
 *   title  what a reader calls it, in warnings
 *   box    its element in my.html is [data-<box>]
 *   data   .open(storage, libraryId) → its store. `store.shelves` are all the shelves (my-shelf.js) of it: the frame asks
 *          them whether they work, are damaged or empty, clears them, and draws anew when a second tab has written one
 *   page   .bind(box, store, frame) → what the frame calls:
 *     owns(search)     whether an address (from ? on) hands over something for this section
 *     takeIn(search)   takes that in and tells so → whether the address is done with (a reload must not take it in again;
 *                      without a storage that works it stays), or a promise of it
 *     draw()           shows what is kept, read anew from the store; may return a promise that it is shown
 *     reveal()         optional: once all sections are shown, brings what was taken in before the reader's eyes
 *     forget()         optional: drops what only this page knew, such as lines with 撤销
 *     warnings()       optional: sentences for the top of the page
 *
 * A section is given {today, tell, settled, changed, address}:
 *   today() → '2026-11-26', the reader's own day · tell(text, undo, place) says what was done; `undo`, if given, takes it back,
 *   `place` {href, text} leads to where the reader came from · settled() takes 撤销 away, the text stays · changed() after anything kept was changed ·
 *   address(query) replaces what stands behind the page's name, '' for nothing.
 * What all shelves hold is saved as one file and read back (my-file.js), with nothing to be done by a section.
 */
(() => {
  const SECTIONS = [
    { title: '讲义篮', box: 'basket', data: PracticeBasket, page: PracticeBasketPage },
    { title: '书签和笔记', box: 'my-marks', data: PracticeMarks, page: PracticeMarksPage },
    { title: '检索', box: 'my-recent', data: PracticeSearches, page: PracticeRecent },
    { title: '检查表', box: 'my-section', data: PracticeStore, page: PracticeChecklistsPage },
  ];
  const box = document.querySelector('[data-my]');
  const part = (name) => box.querySelector('[data-' + name + ']');
  const status = part('my-status').querySelector('span');
  const undo = part('my-status').querySelector('button');
  const back = part('my-status').querySelector('a');
  const warning = part('my-warning');
  const frame = { today, tell, settled, changed, address };
  const sections = SECTIONS.map(open);

  function open({ title, box: name, data, page }) {
    const store = data.open(localStorageOrNull(), box.dataset.library);
    return Object.assign({ title, shelves: store.shelves, forget() {}, reveal() {}, warnings: () => [] }, page.bind(part(name), store, frame));
  }

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

  function tell(text, takeBack, place) {
    status.textContent = text;
    undo.hidden = !takeBack;
    undo.onclick = takeBack || null;
    back.hidden = !place;
    Object.assign(back, place ? { href: place.href, textContent: place.text } : {});
  }

  function settled() { undo.hidden = true; }

  async function takeIn() {
    const { search } = location;
    const section = sections.find(({ owns }) => owns(search));
    const isDone = section ? await section.takeIn(search) : search !== '';
    if (isDone) address('');
    return section;
  }

  /** What the address hands over is kept at once, before anything has to be waited for; it is shown when all else stands. */
  async function begin() {
    const taking = takeIn();
    await draw();
    const section = await taking;
    if (!section) return;
    await section.draw();
    section.reveal();
  }

  /** Reloading must not keep a list a second time. Some browsers forbid changing the address on file://. */
  function address(query) {
    try {
      history.replaceState(null, '', location.pathname.split('/').pop() + query);
    } catch (error) {
      if (error.name !== 'SecurityError') throw error;
    }
  }

  async function draw() {
    const drawn = sections.map((section) => section.draw());
    changed();
    await Promise.all(drawn);
  }

  const allShelves = () => [].concat(...sections.map(({ shelves }) => shelves));
  const works = ({ shelves }) => shelves.every(({ available }) => available);

  /** What depends on everything that is kept. */
  function changed() {
    const keeps = sections.some(works);
    part('my-clear').hidden = !keeps || allShelves().every((shelf) => shelf.isEmpty());
    part('my-where').hidden = !keeps;
    const told = warnings(keeps).join('');
    warning.hidden = !told;
    if (warning.textContent !== told) warning.textContent = told;
  }

  function warnings(keeps) {
    const told = [];
    if (!keeps) told.push('这个浏览器现在不能存放资料（可能是无痕窗口，或设置中禁止了存储）。可以在下面打勾、写笔记，讲义篮只放得下这一次加入的内容，离开本页后都不保留；需要保留请打印、下载 Word 或存成文件。');
    if (keeps) sections.filter((section) => !works(section)).forEach(({ title }) => told.push(title + '存不下了，关闭页面后不保留。'));
    if (allShelves().some(({ damaged }) => damaged)) told.push('原来存的资料有一部分读不出来，已另行保留，不影响现在使用。');
    return told.concat(...sections.map((section) => section.warnings()));
  }

  /** On a shared computer nothing may come back, so this one asks first. */
  function askToClear(asks) {
    part('clear-sure').hidden = !asks;
    part('clear-ask').hidden = asks;
    part(asks ? 'clear-no' : 'clear-ask').focus();
  }

  function clearAll() {
    askToClear(false);
    allShelves().forEach((shelf) => shelf.clear());
    redraw();
    tell('已全部清除。');
    part('basket').querySelector('h2').focus();
  }

  /** What another tab, or the page before this one came Back, or a file has written. */
  function redraw() {
    sections.forEach((section) => section.forget());
    tell('');
    draw();
  }

  part('clear-sure').querySelector('span').textContent = '存在这里的' + sections.map(({ title }) => title).join('、') + '将全部删除，不能恢复。要留着，请先“全部存成文件”。';
  PracticeFilePage.bind(part('my-all'), allShelves(), box.dataset.library, { today, tell, redraw });
  part('clear-ask').addEventListener('click', () => askToClear(true));
  part('clear-no').addEventListener('click', () => askToClear(false));
  part('clear-yes').addEventListener('click', clearAll);
  window.addEventListener('storage', ({ key }) => { if (key === null || allShelves().some(({ name }) => name === key)) redraw(); });
  window.addEventListener('pageshow', (event) => { if (event.persisted) redraw(); });
  begin();
})();
