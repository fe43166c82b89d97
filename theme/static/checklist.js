'use strict';
/**
 * A checklist's page: counts ticks and keeps them in the address after `#`, as `done=<key>,<key>`: nothing else is kept
 * for good on file:// in every browser. To be kept for longer they are handed to my.html in a link.
 */
(() => {
  const list = document.querySelector('.checklist[data-checklist]');
  if (!list) return;
  const boxes = Array.from(list.querySelectorAll('input[data-key]'));
  const state = list.querySelector('.check-state');
  const clear = list.querySelector('.check-clear');
  const keep = list.querySelector('.check-keep');
  const myPage = keep.getAttribute('href');
  /** Marks entries of the history that were written here, to tell Back from a link that brings ticks. */
  const OWN = 'checklist';

  /** The ticks that 清空 took away, as long as they can come back. */
  let cleared = null;
  /** Whether the reader has ticked, or was handed ticks: before that the address is not ours. */
  let touched = false;

  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.dataset.key);

  function handedOver() {
    const done = new URLSearchParams(location.hash.slice(1)).get('done');
    return done === null ? null : done.split(',');
  }

  function tick(keys) {
    boxes.forEach((box) => { box.checked = keys.includes(box.dataset.key); });
  }

  function remember() {
    touched = true;
    try {
      history.replaceState(OWN, '', '#done=' + ticked().join(','));
    } catch (error) {
      if (error.name !== 'SecurityError') throw error;
    }
  }

  /** A page that nobody ticked hands over no ticks, so that it does not wipe off those of a list already kept. */
  function draw() {
    const keys = ticked();
    const text = '已勾 ' + keys.length + ' / ' + boxes.length;
    if (state.textContent !== text) state.textContent = text;
    clear.textContent = cleared ? '撤销' : '清空';
    clear.hidden = !keys.length && !cleared;
    keep.href = myPage + '?keep=check:' + list.dataset.checklist + (touched || keys.length ? '&done=' + keys.join(',') : '');
  }

  function changed() {
    remember();
    draw();
  }

  function clearOrUndo() {
    const back = cleared;
    cleared = back ? null : ticked();
    tick(back || []);
    changed();
  }

  function fromAddress() {
    const keys = handedOver();
    if (keys) {
      touched = true;
      tick(keys);
    }
    draw();
  }

  /** A link that brings ticks is followed. After a jump to a heading, or Back from one, the address gets the ticks again. */
  function onHashChange() {
    if (handedOver() && history.state !== OWN) {
      cleared = null;
      fromAddress();
    } else if (touched) {
      changed();
    }
  }

  list.addEventListener('change', (event) => {
    if (!boxes.includes(event.target)) return;
    cleared = null;
    changed();
  });
  clear.addEventListener('click', clearOrUndo);
  window.addEventListener('hashchange', onHashChange);
  window.addEventListener('pageshow', fromAddress); // only now has the browser restored the boxes by its own memory
  fromAddress();
  list.querySelector('.check-tools').hidden = false;
})();
