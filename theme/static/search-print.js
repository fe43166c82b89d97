'use strict';
/** Results on paper: what was asked stands above them, and what is listed is brought before the page is printed. */
var PracticePrint = (() => {
  const SORTED = { added: '按入库日期排列' };

  /** One line of what was asked: the query, filters, order, and how much is not listed. */
  function inWords({ text, chosen, sort }, { hits, total }) {
    const filters = chosen.map(([facet, value]) => facet + '：' + value);
    const rest = total > hits.length ? ['另有 ' + (total - hits.length) + ' 处没有列出'] : [];
    return ['检索“' + text.trim() + '”'].concat(filters, SORTED[sort] || [], rest).join('；');
  }

  /** @param {HTMLElement} button @param {{all: function}} reveal brings what is shown of all hits that are listed */
  function bind(button, reveal) {
    button.addEventListener('click', async () => {
      await reveal.all();
      window.print();
    });
    // The browser's own command does not wait: what is there by then is printed.
    window.addEventListener('beforeprint', () => { reveal.all(); });
  }

  return { inWords, bind };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticePrint;
