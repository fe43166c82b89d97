'use strict';
/**
 * Draws the hits of PracticeSearch on search.html, tier by tier and page by page. `desk` is what the page lends:
 * {state, reveal, more()}. What is shown of a hit comes later (search-reveal.js) into lines that are kept free for it.
 * Text reaches the page through textContent and text nodes only.
 */
var PracticeView = (() => {
  const HITS_OF_A_PAGE = 3;
  const OPENING = '开头';
  const toHit = (typeof module === 'object' && module.exports ? require('./search-address.js') : PracticeAddress).toHit;
  /** The tiers in the order of trust; what is looked for instead of the query stands behind the colon. */
  const TIERS = {
    exact: () => '结果',
    words: () => '各词都有，但不连在一起',
    context: () => '各词分别见于本节和本页标题',
    synonym: (via) => '同义：' + via,
    pinyin: (via) => '拼音：' + via,
    near: () => '相近',
  };
  /** An excerpt is cut so that its hit stands in the lines that are kept free for it on a phone. */
  const ROOM = 72;
  const BEFORE = 16;

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function fill(box, nodes) {
    box.textContent = '';
    box.append(...nodes);
  }

  /** The nodes of all hits and what follows them. */
  function results({ hits, total, missing, questions }, desk) {
    const nodes = [].concat(...tiersOf(hits).map((tier) => drawTier(tier, questions, desk)));
    if (!missing.length && total > hits.length) nodes.push(moreButton(desk));
    return nodes;
  }

  /** @returns {{match: string, via: string, hits: object[]}[]} in the order of trust, then of their best hits */
  function tiersOf(hits) {
    const tiers = new Map();
    hits.forEach((hit) => {
      const via = hit.via || '';
      const key = hit.match + ' ' + via;
      if (!tiers.has(key)) tiers.set(key, { match: hit.match, via, hits: [] });
      tiers.get(key).hits.push(hit);
    });
    const order = Object.keys(TIERS);
    return order.map((match) => Array.from(tiers.values()).filter((tier) => tier.match === match))
      .reduce((all, some) => all.concat(some), []);
  }

  function moreButton(desk) {
    const button = element('button', { type: 'button', className: 'search-more' }, '显示更多');
    button.addEventListener('click', desk.more);
    return button;
  }

  /** The hits of one tier, page by page in the order of their best hit. */
  function drawTier({ match, via, hits }, questions, desk) {
    const pages = new Map();
    hits.forEach((hit) => pages.set(hit.page, (pages.get(hit.page) || []).concat(hit)));
    const question = match === 'near' && questions.find(({ text }) => text === via);
    const name = question ? ['常问：', element('a', { href: question.page + '#' + question.anchor }, via)] : [TIERS[match](via)];
    const heading = element('h2', { className: match === 'exact' ? 'unseen' : 'search-match' }, ...name);
    return [heading, ...Array.from(pages.values(), (group) => drawGroup(match + via, group, desk))];
  }

  function drawGroup(tier, hits, desk) {
    const [{ page, title, type, terms, added }] = hits;
    const date = desk.state.sort === 'added' && added ? [element('span', { className: 'search-date' }, '入库 ' + added)] : [];
    const name = element('a', { href: toHit(page, '', terms) }, title);
    const list = element('ol', { className: 'search-hits' });
    const group = element('section', { className: 'search-group' },
      element('h3', {}, name, element('span', { className: 'badge' }, type), ...date), list);
    const draw = (hit) => drawHit(hit, name, list, desk);
    const key = tier + page;
    const isOpen = desk.state.opened.has(key) || hits.length <= HITS_OF_A_PAGE + 1;
    (isOpen ? hits : hits.slice(0, HITS_OF_A_PAGE)).forEach(draw);
    if (!isOpen) group.append(restButton(key, hits.slice(HITS_OF_A_PAGE), draw, desk));
    return group;
  }

  function restButton(key, rest, draw, desk) {
    const button = element('button', { type: 'button', className: 'search-more' }, '本页还有 ' + rest.length + ' 处');
    button.addEventListener('click', () => {
      desk.state.opened.add(key);
      const [first] = rest.map(draw);
      button.remove();
      first.focus();
    });
    return button;
  }

  /** Draws a hit and has the rest of it brought. A hit at a page's opening marks the page's name. @returns its link */
  function drawHit(hit, name, list, { reveal }) {
    const isOpening = hit.heading === hit.title;
    const link = element('a', { href: toHit(hit.page, hit.anchor, hit.terms) }, isOpening ? OPENING : hit.heading);
    const excerpt = element('p', {});
    const item = element('li', {}, link, excerpt);
    link.dataset.searchHit = hit.page + '#' + hit.anchor;
    list.append(item);
    reveal.watch(item, hit, ({ place, headingPieces, excerpt: pieces }) => {
      link.href = toHit(hit.page, place, hit.terms);
      fill(isOpening ? name : link, drawPieces(headingPieces));
      fill(excerpt, drawPieces(fit(pieces)));
    });
    return link;
  }

  function drawPieces(pieces) {
    return pieces.map(([text, isHit]) => (isHit ? element('mark', {}, text) : text));
  }

  /** Pieces [text, isHit] with the first hit near their beginning, where it would stand too far behind. */
  function fit(pieces) {
    const at = pieces.findIndex(([, isHit]) => isHit);
    if (at < 0) return pieces;
    const before = Array.from(pieces.slice(0, at).map(([text]) => text).join(''));
    if (before.length + Array.from(pieces[at][0]).length <= ROOM || before.length <= BEFORE) return pieces;
    return [['…' + before.slice(-BEFORE).join(''), false]].concat(pieces.slice(at));
  }

  return { results, tiersOf, fit, element };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeView;
