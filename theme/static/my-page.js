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
 *     draw()           shows what is kept, read anew from the store
 *     forget()         optional: drops what only this page knew, such as lines with 撤销
 *     warnings()       optional: sentences for the top of the page
 *
 * A section is given {today, tell, settled, changed, address}:
 *   today() → '2026-11-26', the reader's own day · tell(text, undo) says what was done; `undo`, if given, takes it back ·
 *   settled() takes 撤销 away, the text stays · changed() after anything kept was changed · address(query) replaces what
 *   stands behind the page's name, '' for nothing.
 */
(() => {
  const SECTIONS = [
    { title: '讲义篮', box: 'basket', data: PracticeBasket, page: PracticeBasketPage },
    { title: '检索', box: 'my-recent', data: PracticeSearches, page: PracticeRecent },
    { title: '检查表', box: 'my-section', data: PracticeStore, page: PracticeChecklistsPage },
  ];
  const box = document.querySelector('[data-my]');
  const part = (name) => box.querySelector('[data-' + name + ']');
  const status = part('my-status').querySelector('span');
  const undo = part('my-status').querySelector('button');
  const warning = part('my-warning');
  const frame = { today, tell, settled, changed, address };
  const sections = SECTIONS.map(open);

  function open({ title, box: name, data, page }) {
    const store = data.open(localStorageOrNull(), box.dataset.library);
    return Object.assign({ title, shelves: store.shelves, forget() {}, warnings: () => [] }, page.bind(part(name), store, frame));
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

  function tell(text, back) {
    status.textContent = text;
    undo.hidden = !back;
    undo.onclick = back || null;
  }

  function settled() { undo.hidden = true; }

  async function takeIn() {
    const { search } = location;
    const section = sections.find(({ owns }) => owns(search));
    const isDone = section ? await section.takeIn(search) : search !== '';
    if (isDone) address('');
    if (section) section.draw();
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
    sections.forEach((section) => section.draw());
    changed();
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
    if (!keeps) told.push('这个浏览器现在不能存放资料（可能是无痕窗口，或设置中禁止了存储）。可以在下面打勾，讲义篮只放得下这一次加入的内容，离开本页后都不保留；需要保留请打印、下载 Word 或存成文件。');
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

  /** What another tab, or the page before this one came Back, has written. */
  function redraw() {
    sections.forEach((section) => section.forget());
    tell('');
    draw();
  }

  part('clear-ask').addEventListener('click', () => askToClear(true));
  part('clear-no').addEventListener('click', () => askToClear(false));
  part('clear-yes').addEventListener('click', clearAll);
  window.addEventListener('storage', ({ key }) => { if (key === null || allShelves().some(({ name }) => name === key)) redraw(); });
  window.addEventListener('pageshow', (event) => { if (event.persisted) redraw(); });
  takeIn();
  draw();
})();
