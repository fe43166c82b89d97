'use strict';
/**
 * A document as pages to look at and to print. Type and measures are data/handouts/paper.css (made from layout.py), the rest
 * handout.css. All text reaches the page through textContent.
 *
 * PracticeHandout.paper(document, common) → an element of sheets: the cover, and what stands on upright or turned pages.
 */
var PracticeHandout = ((handout) => {
  const { entries, sideways, wrap, textOf } = handout;
  const { element } = PracticeDom;
  const LEVELS = 4;
  const MARKS = { evidence: 'mark', editorial: 'mark', 'own account': 'mark' };

  function runs(given) {
    return given.map(({ kind, text }) => (kind === 'plain' ? text : element(kind === 'strong' || kind === 'status' ? 'strong' : 'span', MARKS[kind] || '', text)));
  }

  const line = (className, text) => element('p', className, text);

  function list(block) {
    const mark = { number: (count) => count + '.', check: () => '□', bullet: () => '——' }[block.kind];
    return element('ul', block.kind === 'check' ? 'check' : 'body', ...block.items.map((item, index) => element('li', '',
      element('span', 'item', mark(block.start + index)),
      element('div', '', element('p', '', ...runs(item.runs)), ...item.more.map((more) => element('p', '', ...runs(more))), ...(item.below ? [list(item.below)] : [])))));
  }

  function cell(tag, { paragraphs, spans = 1 }) {
    const made = element(tag, '', ...paragraphs.map((given) => element('p', '', ...runs(given))));
    if (spans > 1) made.colSpan = spans;
    return made;
  }

  function row({ cells, heading, blank }) {
    const tag = heading ? 'th' : 'td';
    return element('tr', heading ? 'group table-head' : blank ? 'blank' : '', ...cells.map((given) => cell(tag, given)));
  }

  function table(block) {
    const sum = block.widths.reduce((total, width) => total + width, 0);
    const columns = block.widths.map((width) => {
      const column = element('col');
      column.style.width = 100 * width / sum + '%';
      return column;
    });
    const head = element('tr', 'table-head', ...block.header.map((given) => cell('th', { paragraphs: [given] })));
    const made = element('table', block.dense ? 'dense' : 'table', element('colgroup', '', ...columns), element('thead', '', head), element('tbody', '', ...block.rows.map(row)));
    const frame = element('div', 'table-frame', made);
    frame.tabIndex = 0; // on a narrow screen it is scrolled with the arrow keys
    frame.setAttribute('role', 'region');
    frame.setAttribute('aria-label', '表：' + block.title);
    return frame;
  }

  function card(given) {
    return element('div', 'figure table', line('value', given.value),
      element('p', '', ...runs(given.name), given.cares.map((care) => '［' + care + '］').join('')),
      element('p', '', element('strong', '', given.status), ...runs(given.evidence)),
      ...given.conditions.map(([label, said]) => element('p', 'dense', label + '：', ...runs(said))));
  }

  function question(block) {
    const lines = Array.from({ length: block.lines }, () => element('div', 'writing'));
    return element('div', 'question body', element('p', '', block.number + '. ', ...runs(block.runs)), ...lines);
  }

  function sources({ places }) {
    return element('dl', 'small places', ...[].concat(...places.map(({ label, runs: said }) => [element('dt', '', label), element('dd', '', ...runs(said))])));
  }

  /** An image, not elements of the page: the picture keeps its own black on white and is read as one thing. */
  function picture({ svg, alt, size, caption }) {
    const image = element('img');
    Object.assign(image, { src: 'data:image/svg+xml,' + encodeURIComponent(svg), alt });
    image.style.width = size[0] + 'pt';
    return element('figure', '', image, element('figcaption', 'small', ...runs(caption)));
  }

  const makers = {
    heading: (block) => element('h' + Math.min(block.level + 2, LEVELS + 2), 'heading' + block.level, block.number, ...runs(block.runs)),
    paragraph: (block) => element(block.kind === 'quote' ? 'blockquote' : 'p', block.kind, ...runs(block.runs)),
    cards: ({ cards }) => element('div', 'figures', ...cards.map(card)),
    list, table, question, sources, picture,
  };

  function cover({ title, subtitle, lines, compiler, date, line: last }, common) {
    return [
      element('h2', 'title', ...[].concat(...wrap(title, common.rules.titleLine, common.breaking).map((text, index) => (index ? [element('br'), text] : [text])))),
      ...(subtitle ? [line('subtitle', subtitle)] : []), element('div', 'imprint subtitle', ...[...lines, compiler, date, last].map((said) => line('', said))),
    ];
  }

  /** Sheets: blocks that stand on pages of one kind; a page break within begins another. */
  function sheets(blocks, rules) {
    const turned = sideways(blocks, rules);
    const made = [];
    let last = null;
    blocks.forEach((block, index) => {
      const isDue = block.block === 'new-page';
      if (!last || isDue || turned[index] !== last.turned) {
        last = { turned: isDue ? Boolean(turned[index + 1]) : turned[index], inside: [] };
        made.push(last);
      }
      if (!isDue) last.inside.push(makers[block.block](block));
    });
    return made.filter(({ inside }) => inside.length);
  }

  function paper(given, common) {
    const headings = entries(given, common.longFrom);
    const contents = headings.map((heading) => line('entry' + heading.level, heading.number + textOf(heading.runs)));
    const made = sheets(given.blocks, common.rules).map((sheet) => element('section', sheet.turned ? 'sheet sideways' : 'sheet', ...sheet.inside));
    if (!headings.length) made[0].prepend(...cover(given.cover, common));
    const front = headings.length ? [element('section', 'sheet front', ...cover(given.cover, common)), element('section', 'sheet', line('title', '目　录'), ...contents)] : [];
    return element('div', 'paper', ...front, ...made);
  }

  return Object.assign(handout, { paper });
})(typeof PracticeHandout === 'object' ? PracticeHandout : {});
