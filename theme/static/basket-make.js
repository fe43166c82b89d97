'use strict';
/**
 * What is made of the 讲义篮: the preview to print, the Word file, the file to pass on.
 *
 * PracticeBasketMake.bind(box, store, {tell, today, entries}) → {close, defaultTitle, missing}: entries() are the items with their units' data;
 *   close() takes the preview away, which is no longer what would be made; missing() says what the library has not.
 */
var PracticeBasketMake = (() => {
  const TITLE = '实践案例讲义';
  const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const MISSING = '文件缺失或不完整，没有做成。请重新复制整个资料文件夹。缺的是：';

  function bind(box, store, { tell, today, entries }) {
    const part = (name) => box.querySelector('[data-' + name + ']');
    const preview = document.querySelector('[data-basket-preview]');
    const pageTitle = document.title;

    function defaultTitle() {
      const all = entries();
      return all.length === 1 ? PracticeBasketList.titleOf(all[0]) : TITLE;
    }

    /** The document as it stands now. Rejects where a file of it is missing. */
    async function compose() {
      const items = entries().filter(({ unit }) => unit).map(({ item }) => item);
      const library = await PracticeHandoutData.library(items.map(({ unit }) => unit));
      const isWhole = items.length === 1 && !items[0].pieces;
      const subtitle = isWhole ? '' : PracticeHandout.subtitleOf(items, library.units, library.common.rules);
      const cover = store.cover();
      const made = PracticeHandout.compose(items, Object.assign({}, cover, { title: cover.title || defaultTitle(), subtitle }), library);
      return { made, common: library.common };
    }

    /** Runs a longer step: the button rests meanwhile, and what is missing is told. */
    function onClick(name, step) {
      const button = part(name);
      button.addEventListener('click', async () => {
        if (button.getAttribute('aria-disabled')) return; // a disabled one would lose the focus
        button.setAttribute('aria-disabled', 'true');
        try {
          await step();
        } catch (error) {
          tell(MISSING + error.message);
        }
        button.removeAttribute('aria-disabled');
      });
    }

    async function showPreview() {
      const { made, common } = await compose();
      preview.querySelector('[data-paper]').replaceWith(Object.assign(PracticeHandout.paper(made, common), { id: 'paper' }));
      document.getElementById('paper').dataset.paper = '';
      preview.hidden = false;
      document.body.classList.add('has-paper');
      document.title = made.cover.title; // the name that a browser offers for a PDF
      tell(missing());
      preview.querySelector('h2').focus();
    }

    /** What of the basket this library has not, in words; '' when it has all. */
    function missing() {
      const lost = entries().filter(({ unit }) => !unit).length;
      const pieces = entries().filter(({ item, unit }) => unit && item.pieces)
        .reduce((sum, { item, unit }) => sum + item.pieces.filter((id) => !unit.pieces.some((piece) => piece.id === id)).length, 0);
      const told = [lost ? lost + ' 项' : '', pieces ? pieces + ' 节' : ''].filter(Boolean).join('、');
      return told ? '其中 ' + told + '本库没有，印不出来。' : '';
    }

    function close() {
      document.title = pageTitle;
      preview.hidden = true;
      document.body.classList.remove('has-paper');
    }

    async function makeWord() {
      const [{ made, common }, office] = await Promise.all([compose(), PracticeHandoutData.office()]);
      const name = PracticeDownload.fileName(made.cover.title, 'docx');
      const images = await PracticeHandout.images(made.blocks);
      const lost = made.blocks.filter(({ block, svg }) => block === 'picture' && !images.has(svg)).length;
      PracticeDownload.save(PracticeHandout.docx(made, common, office, images), name, DOCX);
      tell('已下载：' + name + '。' + missing() + (lost ? '有 ' + lost + ' 张图这个浏览器画不出来，没有印上，图里的内容表里都有。' : ''));
    }

    function saveFile() {
      const name = PracticeDownload.fileName('讲义篮-' + today(), 'json');
      PracticeDownload.save(store.write(), name, 'application/json');
      tell('已存成文件：' + name + '。发给别人，在对方的“我的资料”里打开。');
    }

    onClick('basket-preview-open', showPreview);
    onClick('basket-word', makeWord);
    part('basket-save').addEventListener('click', saveFile);
    preview.querySelector('[data-print]').addEventListener('click', () => window.print());
    preview.querySelector('[data-preview-close]').addEventListener('click', () => {
      close();
      part('basket-preview-open').focus();
    });
    return { close, defaultTitle, missing };
  }

  return { bind };
})();
