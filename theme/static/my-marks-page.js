'use strict';
/**
 * 书签和笔记 in my.html: takes in the mark that a link hands over, draws those kept by page, saves every note as it is typed.
 * What came by a link or from storage reaches the page through textContent, a field's value and checked addresses only.
 *
 * PracticeMarksPage.bind(box, store, {today, tell, changed, address}) → a section of my-page.js; `store` is a PracticeMarks.
 */
var PracticeMarksPage = (() => {
  const { element, button } = PracticeDom;
  const { address, byPage, longestNote } = PracticeMarks;
  /** From here on a reader is told how much room is left. */
  const NEARLY_FULL = longestNote - 200;

  const headingOf = (mark) => mark.title || '整页';
  const titleOf = (mark) => (mark.pageTitle || mark.page) + (mark.title && ' · ' + mark.title);
  const now = () => new Date().toISOString();

  function inWords(moment) {
    const day = new Date(moment);
    return moment && day.getFullYear() + '年' + (day.getMonth() + 1) + '月' + day.getDate() + '日';
  }

  function link(href, text) {
    return Object.assign(element('a', '', text), { href });
  }

  /** As high as what is written in it. */
  function fit(field) {
    field.style.height = 'auto';
    if (field.scrollHeight) field.style.height = field.scrollHeight + 2 + 'px';
  }

  function bind(box, store, { today, tell, changed, address: leave }) {
    const part = (name) => box.querySelector('[data-' + name + ']');
    const listBox = part('marks-list');
    /** What a link has just handed over. */
    let arrived = null;
    const lineOf = (mark) => Array.from(listBox.querySelectorAll('[data-mark]')).find(({ dataset }) => dataset.mark === address(mark));

    function takeIn(search) {
      const given = PracticeMarks.parseQuery(search);
      if (!given) return false;
      const before = store.get(given);
      const kept = store.keep(given, now());
      const place = { href: address(given), text: '回到刚才读的地方' };
      if (!kept || store.available) leave('');
      if (!kept) {
        tell('书签已有 ' + PracticeMarks.most + ' 条，没有加入。请先移出几条不用的。', null, place);
        return true;
      }
      arrived = kept;
      tell((before ? '这一处已有书签：' : '已加书签：') + titleOf(kept) + '。', before ? null : () => takeBack(kept), place);
      return true;
    }

    function takeBack(mark) {
      store.remove(mark);
      draw();
      tell('已去掉刚加的书签：' + titleOf(mark) + '。', null, { href: address(mark), text: '回到刚才读的地方' });
      box.querySelector('h2').focus();
    }

    /** The reader may now write at it: it stands below what the page's foremost section holds. */
    function reveal() {
      const line = arrived && lineOf(arrived);
      arrived = null;
      if (!line) return;
      line.focus({ preventScroll: true });
      line.scrollIntoView({ block: 'center' });
    }

    function draw() {
      const marks = store.list();
      const writing = whereIsWritten();
      listBox.textContent = '';
      listBox.append(...byPage(marks).map(group));
      listBox.querySelectorAll('textarea').forEach(fit);
      box.hidden = false;
      tellCount(marks.length);
      const field = writing && document.getElementById(writing.id);
      if (field) {
        field.focus({ preventScroll: true });
        field.setSelectionRange(writing.at, writing.at);
      }
      changed();
    }

    /** Another tab may write while a note is being written here. */
    function whereIsWritten() {
      const field = document.activeElement;
      return field && field.matches('textarea') && listBox.contains(field) ? { id: field.id, at: field.selectionStart } : null;
    }

    function tellCount(count) {
      part('marks-count').textContent = count ? '（' + count + '）' : '';
      part('marks-empty').hidden = count > 0;
      part('marks-tools').hidden = !count;
      box.classList.toggle('is-empty', !count);
    }

    function group({ page, pageTitle, marks }) {
      return element('section', 'my-list my-marks-page', element('h3', '', link(page, pageTitle)), element('ul', '', ...marks.map(line)));
    }

    function line(mark) {
      const made = element('li', '', element('p', 'my-mark-place', link(address(mark), headingOf(mark)),
        button('移出', '移出书签：' + titleOf(mark), () => onRemove(mark, made))));
      made.append(...note(mark, made));
      made.dataset.mark = address(mark);
      made.tabIndex = -1;
      return made;
    }

    function note(mark, within) {
      const field = Object.assign(element('textarea'), { id: 'n-' + address(mark).replace(/[^A-Za-z0-9-]/g, '_'), rows: 1, maxLength: longestNote, value: mark.note });
      const label = Object.assign(element('label', '', '笔记', element('span', 'unseen', '：' + titleOf(mark))), { htmlFor: field.id });
      const room = element('p', 'quiet');
      room.setAttribute('role', 'status');
      /** What is printed: a field is as high as on the screen, where its lines are longer. */
      const printed = element('p', 'my-note-print');
      function show() {
        within.classList.toggle('has-note', field.value.trim() !== '');
        room.textContent = roomOf(field.value);
        printed.textContent = field.value;
      }
      field.addEventListener('input', () => {
        tell(null); // what was told can no longer be taken back alone
        if (store.write(mark, field.value, now())) show(); else draw();
        fit(field);
        changed();
      });
      show();
      return [element('p', 'my-note-head quiet', label, inWords(mark.kept)), field, printed, room];
    }

    function roomOf(text) {
      if (text.length < NEARLY_FULL) return '';
      return text.length < longestNote ? '还可以写 ' + (longestNote - text.length) + ' 字。' : '已写满 ' + longestNote + ' 字，再写的存不下。';
    }

    /** In the place of what was removed stands a line that brings it back, until the list is drawn anew. */
    function onRemove(mark, made) {
      const removed = store.remove(mark) || mark;
      const back = button('撤销', '撤销移出：' + titleOf(mark), () => {
        store.restore(removed);
        draw();
        tell('已放回：' + titleOf(mark) + '。');
        lineOf(mark).focus();
      });
      made.replaceWith(element('li', 'my-gone-line', '已移出：' + titleOf(mark) + '。', back));
      tellCount(store.list().length);
      changed();
      tell('已移出书签：' + titleOf(mark) + (removed.note ? '，连同笔记' : '') + '。点“撤销”可以放回。');
      back.focus();
    }

    part('marks-text').addEventListener('click', () => {
      const name = PracticeDownload.fileName('我的笔记-' + today(), 'txt');
      const head = ['我的书签和笔记', box.dataset.site + '，' + inWords(now()) + '存。笔记是读者自己写的，不是本库内容。'];
      PracticeDownload.save(PracticeMarks.text(store.list(), head), name, 'text/plain;charset=utf-8');
      tell('已存成文件：' + name + '。用记事本、Word 或 WPS 都能打开。');
    });
    window.addEventListener('resize', () => listBox.querySelectorAll('textarea').forEach(fit));
    return { stores: [store], takeIn, draw, reveal };
  }

  return { bind };
})();
