'use strict';
/**
 * The bookmarks and notes a reader keeps, as data: no DOM, no page. my-marks-page.js binds it to my.html; in node a test does.
 *
 * PracticeMarks.parseQuery(search) → {page, anchor, title, pageTitle} of `?mark=<page>%23<anchor>&title=…&page=…`, or null. `page` is an
 *   address within the site, never one that leads out of it; `anchor` '' means the whole page.
 * PracticeMarks.open(storage, libraryId) → store over one value under `shijianku:<libraryId>:marks` (my-shelf.js):
 *   {"version": 1, "marks": [{"page", "anchor", "title", "pageTitle", "note", "kept", "changed"}, …]}; `kept` and `changed` (the note) are
 *   moments as Date's toISOString writes them. The mark kept last comes first.
 * PracticeMarks.address(mark) → 'cases/xitang.html#practice'; .text(marks, head) → all of them as the text of a file, under the lines `head`.
 */
var PracticeMarks = (() => {
  const Shelf = typeof module === 'object' && module.exports ? require('./my-shelf.js') : PracticeShelf;
  const PAGE = /^(?:[a-z0-9][a-z0-9-]*\/){0,3}[a-z0-9][a-z0-9-]*\.html$/;
  const ANCHOR = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
  const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
  /** What ends a line or turns the direction of writing, and has no business in a title; a note may have lines and tabs. */
  const NOT_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g;
  const NOT_IN_NOTE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
  const [LONGEST_PAGE, LONGEST_ANCHOR, LONGEST_TITLE] = [120, 80, 120];
  const LONGEST_NOTE = 2000;
  const MOST = 300;

  const isPage = (page) => typeof page === 'string' && page.length <= LONGEST_PAGE && PAGE.test(page);
  const isAnchor = (anchor) => anchor === '' || (typeof anchor === 'string' && anchor.length <= LONGEST_ANCHOR && ANCHOR.test(anchor));
  const isMoment = (text) => typeof text === 'string' && MOMENT.test(text) && !Number.isNaN(Date.parse(text));
  const isSame = (one, other) => one.page === other.page && one.anchor === other.anchor;
  const address = ({ page, anchor }) => page + (anchor && '#' + anchor);
  /** Cut between characters, never within one. */
  const cut = (text, longest) => (text.length > longest ? text.slice(0, longest).replace(/[\ud800-\udbff]$/, '') : text);
  const lineOf = (text) => (typeof text === 'string' ? cut(text.replace(NOT_IN_LINE, ' ').replace(/ +/g, ' ').trim(), LONGEST_TITLE) : '');
  const noteOf = (text) => (typeof text === 'string' ? cut(text.replace(/\r\n?/g, '\n').replace(NOT_IN_NOTE, ''), LONGEST_NOTE) : '');

  function parseQuery(search) {
    const parameters = new URLSearchParams(search);
    const [page, anchor = '', ...rest] = (parameters.get('mark') || '').split('#');
    if (!isPage(page) || !isAnchor(anchor) || rest.length) return null;
    return { page, anchor, title: lineOf(parameters.get('title')), pageTitle: lineOf(parameters.get('page')) };
  }

  /** A mark as it should be, or null for what is none; `spoiled` tells the caller that something was left out. */
  function readMark(given, spoiled) {
    if (!given || !isPage(given.page) || !isAnchor(given.anchor)) {
      spoiled();
      return null;
    }
    const note = noteOf(given.note);
    if (note !== given.note) spoiled();
    const kept = isMoment(given.kept) ? given.kept : '';
    const changed = isMoment(given.changed) ? given.changed : kept;
    return { page: given.page, anchor: given.anchor, title: lineOf(given.title), pageTitle: lineOf(given.pageTitle), note, kept, changed };
  }

  /** Of two accounts of one mark the note written last; a note is never lost to none. */
  function merge(here, given) {
    const isNewer = here.note === '' || (given.note !== '' && given.changed >= here.changed);
    const { note, changed } = isNewer ? given : here;
    return Object.assign({}, here, { note, changed, kept: here.kept > given.kept ? here.kept : given.kept });
  }

  const byNewest = (one, other) => (one.kept < other.kept) - (one.kept > other.kept);

  class Marks {
    constructor(storage, libraryId) {
      const name = 'shijianku:' + libraryId + ':marks';
      this.shelf = Shelf.open(storage, name, 'marks', readMark, isSame, { title: '书签和笔记', most: MOST, merge });
    }

    /** All that is kept here, for whoever clears, counts or copies it. */
    get shelves() { return [this.shelf]; }

    get available() { return this.shelf.available; }

    /** Newest first. */
    list() { return this.shelf.entries().sort(byNewest); }

    get(mark) { return this.list().find((other) => isSame(other, mark)) || null; }

    without(mark) { return this.list().filter((other) => !isSame(other, mark)); }

    /** Keeps a mark, first of all; the note that is there stays. Returns the mark, or null when there is no room. */
    keep(given, now) {
      const before = this.get(given);
      const others = this.without(given);
      if (others.length >= MOST) return null;
      const mark = readMark(Object.assign({ note: '', changed: now }, before, given, { kept: now }), () => {});
      this.shelf.save([mark].concat(others));
      return mark;
    }

    /** Writes the note of a mark. Returns the mark as it is now; null when it is no longer kept (a second tab may have removed it). */
    write(mark, note, now) {
      const marks = this.list();
      const found = marks.find((other) => isSame(other, mark));
      if (!found) return null;
      Object.assign(found, { note: noteOf(note), changed: now });
      this.shelf.save(marks);
      return found;
    }

    /** Removes a mark; returns it as it was, or null. */
    remove(mark) {
      const found = this.get(mark);
      if (found) this.shelf.save(this.without(mark));
      return found;
    }

    restore(mark) { this.shelf.save([mark].concat(this.without(mark))); }
  }

  /** Marks under the page that they stand on; the page of the newest first. → [{page, pageTitle, marks}] */
  function byPage(marks) {
    const groups = new Map();
    marks.forEach((mark) => {
      if (!groups.has(mark.page)) groups.set(mark.page, { page: mark.page, pageTitle: mark.pageTitle || mark.page, marks: [] });
      groups.get(mark.page).marks.push(mark);
    });
    return Array.from(groups.values());
  }

  /** What Windows' own editor shows right: a byte order mark, and lines that end as there. */
  function text(marks, head) {
    const lines = head.slice();
    byPage(marks).forEach((group) => {
      lines.push('', '', '【' + group.pageTitle + '】');
      group.marks.forEach((mark) => {
        lines.push('', mark.title || '整页', '位置：' + address(mark));
        if (mark.note.trim()) lines.push('笔记：', ...mark.note.trim().split('\n'));
      });
    });
    return '\ufeff' + lines.join('\r\n') + '\r\n';
  }

  return { parseQuery, byPage, address, text, longestNote: LONGEST_NOTE, most: MOST, open: (storage, libraryId) => new Marks(storage, libraryId) };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeMarks;
