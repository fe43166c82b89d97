'use strict';
/** What search.html says in words: how much was found, that a part is missing, what can be done when nothing was. */
var PracticeAdvice = (() => {
  const inNode = typeof module === 'object' && module.exports;
  const { element } = inNode ? require('./search-view.js') : PracticeView;
  const Address = inNode ? require('./search-address.js') : PracticeAddress;
  /** As much as stands on one line of a phone, so that the line below does not move as one types. */
  const LONGEST = 12;
  /** How it is said that the best hits are of a tier that holds other words than those of the query. */
  const FOUND = { synonym: '没有原样的，同义的', pinyin: '按拼音找到', near: '没有原样的，相近的' };
  const BRIEF = 3;
  /** A word, a colon and what stands right behind it. */
  const FIELD = /(?:^|\s)([^\s:："“”]{1,8})[:：](?=[^\s])/;

  function shortened(text) {
    const chars = Array.from(text.trim());
    return chars.length > LONGEST ? chars.slice(0, LONGEST).join('') + '…' : chars.join('');
  }

  /** One line on what was found; where nothing holds the query as it is written, that first. */
  function summary({ total, pages, missing, hits, unfiltered, absent }, text) {
    const isPartial = missing.length > 0;
    const found = (hits.length && FOUND[hits[0].match]) || '找到';
    if (total && absent.length && hits[0].match === 'near') return '没有“' + shortened(absent.join('、')) + '”，相近的 ' + total + ' 处，在 ' + pages + ' 页里';
    if (!total && unfiltered) return '筛选之后没有“' + shortened(text) + '”，全库 ' + unfiltered + ' 处';
    if (total) return found + ' ' + total + ' 处，在 ' + pages + ' 页里' + (isPartial ? '（结果不全）' : '');
    return isPartial ? '结果不全，读得到的部分里没有“' + shortened(text) + '”' : '没有找到“' + shortened(text) + '”';
  }

  /** What to do about files that could not be read; `isPartial`: hits may stand in them. */
  function ofMissing(files, isPartial) {
    const effect = isPartial ? '结果不全' : '有的提示和摘录显示不出来';
    return '检索文件 ' + files.join('、') + ' 缺失或不完整，' + effect + '。请重新复制整个资料文件夹。';
  }

  /** A field whose value no page has, and the values there are, each a button that mends the query by `ask(text)`. */
  function ofUnknown([facet, typed, allowed], text, ask) {
    const values = element('p', { className: 'search-values' }, ...allowed.map((value) => {
      const button = element('button', { type: 'button' }, value);
      button.addEventListener('click', () => ask(Address.withField(text, facet, typed, Address.field(facet, value))));
      return button;
    }));
    return element('div', { className: 'search-note' }, element('p', {}, inWords([facet, typed, allowed])), values);
  }

  /** What is written like a field but names none, where the query as it stands is nowhere: the names there are. */
  function ofNames(text, { hits, asked, names }) {
    const [, typed] = FIELD.exec(text) || [];
    const isFound = hits.length > 0 && hits[0].match !== 'near';
    if (!typed || isFound || !names.length || (asked && asked.fields.length)) return [];
    const told = '没有“' + shortened(typed) + '”这一类。能这样写的有：' + names.map(([name]) => name).join('、') + '，如 ' + names[0].join(':') + '。';
    return [element('p', { className: 'search-note' }, told)];
  }

  function inWords([facet, typed, allowed]) {
    return '没有一页的“' + facet + '”是“' + shortened(typed) + '”。' + (allowed.length ? '可以改为：' : '');
  }

  /** What is true of a query without hits and what may help; `unfilter` asks the same without what was chosen. */
  function ofNothing({ asked, unfiltered }, { text }, unfilter) {
    if (unfiltered) {
      const button = element('button', { type: 'button' }, '去掉筛选');
      button.addEventListener('click', unfilter);
      return element('p', { className: 'search-values' }, '所选的筛选里没有，不筛选有 ' + unfiltered + ' 处。', button);
    }
    const links = [['terms.html', '术语'], ['cases/index.html', '案例'], ['contents.html', '总目']].map(([href, name]) => element('a', { href }, name));
    const [said, advised] = nothingFound(text, asked.fields.length);
    return element('p', {}, said + '可以' + advised + '，或者从', links[0], '、', links[1], '、', links[2], '里找。');
  }

  /** What readers ask in words like these, each a link to where its answers are listed. */
  function ofQuestions(questions) {
    const links = questions.slice(0, BRIEF).map(({ text, page, anchor }) => {
      const link = element('a', { href: page + '#' + anchor }, text);
      link.dataset.searchAskedAlso = '';
      return element('li', {}, link);
    });
    return element('div', { className: 'search-nearest' }, element('h2', {}, '常有人这样问'), element('ul', {}, ...links));
  }

  /** The nearest names of the library, each a link that asks for it; above results in a line or two. Nothing where there are none. */
  function ofNearest(nearest, isAboveResults) {
    if (!nearest.length) return [];
    const names = isAboveResults ? nearest.slice(0, BRIEF) : nearest;
    const links = names.map(({ text, kind }) => element('li', {},
      element('a', { href: 'search.html' + Address.write({ text, chosen: [], sort: 'relevance' }) }, text),
      element('span', { className: 'badge' }, kind)));
    const className = 'search-nearest' + (isAboveResults ? ' is-brief' : '');
    return [element('div', { className }, element('h2', {}, '要找的是不是'), element('ul', {}, ...links))];
  }

  const wordsOf = (text) => text.trim().split(/\s+/);

  /** Whether a query says only what is not wanted. */
  function isRefusal(text) {
    return wordsOf(text).every((word) => /^[-－−]/.test(word));
  }

  function nothingFound(text, fields) {
    if (isRefusal(text)) return ['这里只有不要的词。', '加上一个要找的词'];
    if (fields) return ['这些条件下没有。', '少写一个条件'];
    if (wordsOf(text).length > 1) return ['没有一处同时有这几个词。', '少写一个词'];
    return ['本库里没有连着的这几个字。', Array.from(text.trim()).length > 2 ? '换一个短一些的词，用空格把几个词隔开' : '换一种说法'];
  }

  return { summary, ofMissing, ofUnknown, ofNames, inWords, isRefusal, ofNothing, ofNearest, ofQuestions };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeAdvice;
