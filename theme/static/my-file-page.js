'use strict';
/**
 * 全部存成文件 and 打开资料文件 of my.html: binds PracticeFile to its two buttons.
 *
 * PracticeFilePage.bind(box, shelves, libraryId, {today, tell, redraw}): redraw() shows all sections anew.
 */
var PracticeFilePage = (() => {
  /** Many times what all shelves can hold. */
  const LARGEST = 20e6;

  const inWords = (date) => date && '（' + PracticeDom.dayInWords(date) + '存的）';

  function bind(box, shelves, libraryId, { today, tell, redraw }) {
    const part = (name) => box.querySelector('[data-' + name + ']');

    function save() {
      const name = PracticeDownload.fileName('我的资料-' + today(), 'json');
      PracticeDownload.save(PracticeFile.write(shelves, libraryId, today()), name, 'application/json');
      tell('已存成文件：' + name + '。换了电脑，在那里的“我的资料”里打开。');
    }

    async function readFile(file) {
      if (file.size > LARGEST) throw new RangeError('这个文件太大，不是资料文件。');
      return PracticeFile.read(await PracticeDownload.text(file), libraryId);
    }

    async function open(file) {
      try {
        takeIn(await readFile(file));
      } catch (error) {
        tell(error instanceof RangeError ? error.message : '这个文件读不出来。');
      }
    }

    function takeIn(given) {
      const merged = PracticeFile.merge(shelves, libraryId, given);
      redraw();
      tell('已打开资料文件' + inWords(given.date) + '：' + PracticeFile.inWords(merged), merged.isChanged ? () => {
        merged.undo();
        redraw();
        tell('已恢复打开文件以前的资料。');
      } : null);
    }

    box.hidden = false;
    part('all-save').addEventListener('click', save);
    part('all-file').addEventListener('change', ({ target }) => {
      if (target.files.length) open(target.files[0]);
      target.value = '';
    });
  }

  return { bind };
})();
