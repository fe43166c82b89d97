'use strict';
/**
 * A document as the parts of a .docx: twin of generator/handouts/docx/blocks.py and writer.py. No DOM.
 *
 * PracticeHandout.docx(document, common, office, images) → bytes of the file (Uint8Array). `document` is what compose makes; `common` and
 *   `office` are data/handouts/common.js and office.js; `images` has the PNG of each picture by its SVG.
 */
var PracticeHandout = ((handout) => {
  const { w, Words, tableXml, cardsXml, wrap, sideways, entries } = handout;
  const { xml, zip } = PracticeOffice;
  const KINDS = { body: 'BodyText', lead: 'Lead', quote: 'Quote', note: 'Note', small: 'Small', rule: 'Rule' };
  const NEW_PAGE = w('pageBreakBefore');
  const [CONTENTS, EMU] = ['目录', 12700];
  const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const plain = (text) => ({ kind: 'plain', text });

  class Writer {
    constructor(document, common, office, images) {
      Object.assign(this, { document, common, office, images, media: [], words: new Words(office, document.blocks), isStarted: false });
    }

    heading(block, more) {
      const style = 'Heading' + block.level;
      const runs = block.number ? [plain(block.number), ...block.runs] : block.runs;
      return this.words.paragraph(style, this.words.marked(block, this.words.runs(runs, style)), more);
    }

    list(block, depth = 0) {
      const mark = { number: (count) => count + '.', check: () => '□', bullet: () => '——' }[block.kind];
      const style = block.kind === 'check' ? 'CheckText' : 'ListText';
      return block.items.map((item, index) => [item.runs, ...item.more].map((runs, number) => (
        this.words.said(style, [plain(number ? '\t' : mark(block.start + index) + '\t'), ...runs], this.indent(depth)))).join('')
        + (item.below ? this.list(item.below, depth + 1) : '')).join('');
    }

    /** Two characters further for each list that this one stands below. */
    indent(depth) {
      if (!depth) return '';
      const [, size] = this.office.styles.ListText;
      const left = 200 * (depth + 1);
      return w('ind', { leftChars: left, left: handout.round(left * size / 5), hangingChars: 200, hanging: handout.round(40 * size) });
    }

    question(block) {
      const tab = w('tabs', {}, w('tab', { val: 'right', leader: 'underscore', pos: this.office.measures.upright }));
      const line = this.words.paragraph('Writing', this.words.run('\t', this.office.styles.Writing), tab);
      return this.words.said('Question', [plain(block.number + '.\t'), ...block.runs]) + line.repeat(block.lines);
    }

    /** A picture with its caption; without its bytes it is left out. */
    picture(block) {
      const bytes = this.images.get(block.svg);
      if (!bytes) return '';
      const number = this.media.push(bytes);
      const [width, height] = block.size.map((points) => Math.trunc(points * EMU));
      const told = { number, relation: 'rIdPicture' + number, width, height, title: xml.escape(block.title), alt: xml.escape(block.alt) };
      const drawing = this.office.drawing.replace(/\{\{(\w+)\}\}/g, (place, name) => told[name]);
      const run = w('r', {}, this.words.properties(this.office.styles.Picture) + w('drawing', {}, drawing));
      return this.words.paragraph('Picture', run) + this.words.said('Caption', block.caption);
    }

    sources({ places }) {
      const type = this.office.styles.Source;
      return places.map(({ id, label, runs }) => this.words.paragraph('Source',
        this.words.marked(id, this.words.run(label, type)) + this.words.runs([plain('\t'), ...runs], 'Source'))).join('');
    }

    /** The elements of a block; `more` are further properties of its first paragraph. */
    block(block, more) {
      const gap = () => this.words.paragraph('TableGap', ''); // two tables without a paragraph between them would become one
      const makers = {
        heading: () => this.heading(block, more), paragraph: () => this.words.said(KINDS[block.kind], block.runs, more),
        list: () => this.list(block), table: () => tableXml(block, this.words) + gap(), cards: () => cardsXml(block, this.words) + gap(),
        question: () => this.question(block), sources: () => this.sources(block), picture: () => this.picture(block),
      };
      return makers[block.block]();
    }

    /** What ends a section: a paragraph so small that it cannot spill onto a page after a table. */
    section(kind) { return w('p', {}, w('pPr', {}, w('pStyle', { val: 'SectionEdge' }) + this.office.sections[kind])); }

    page(isTurned) {
      const kind = (isTurned ? 'sideways' : 'upright') + (this.isStarted ? '' : '-first');
      this.isStarted = true;
      return kind;
    }

    plainLine(style, text, more = '') { return this.words.paragraph(style, this.words.run(text, this.office.styles[style]), more); }

    titleLines() { return wrap(this.document.cover.title, this.common.rules.titleLine, this.common.breaking); }

    title(more = '') { return this.plainLine('Title', this.titleLines().join('\n'), more); }

    front(headings) {
      const { subtitle, lines, compiler, date, line } = this.document.cover;
      const above = (twips) => w('spacing', { before: twips });
      const said = [...lines, compiler, date, line].map((text, index) => this.plainLine('CoverText', text, index ? '' : above(3200)));
      const contents = headings.map((heading) => this.words.paragraph('TOC' + heading.level, this.words.link(heading,
        this.words.run(heading.number + handout.textOf(heading.runs), this.office.styles['TOC' + heading.level]))));
      const [most, least, each] = this.common.rules.aboveTitle;
      const room = Math.max(least, most - each * (this.titleLines().length - 1)); // each further line of the title takes its height
      return [this.title(above(room)), subtitle ? this.plainLine('Subtitle', subtitle) : '', ...said,
        this.plainLine('ContentsTitle', CONTENTS, NEW_PAGE), ...contents, this.section('cover')].join('');
    }

    /** The cover of a short handout: some lines at the top of its first page. */
    head() {
      const { subtitle, lines, compiler, date, line } = this.document.cover;
      return [this.title(), subtitle ? this.plainLine('Subtitle', subtitle) : '',
        ...[...lines, compiler + '　' + date, line].map((text) => this.plainLine('CoverText', text))].join('');
    }

    body() {
      const headings = entries(this.document, this.common.longFrom);
      const made = [headings.length ? this.front(headings) : this.head()];
      const { blocks } = this.document;
      const sides = sideways(blocks, this.common.rules);
      let [isTurned, isPageDue] = [!headings.length && sides[0] === true, false]; // the title lies with the wide table that it leads to
      sides.forEach((turns, index) => {
        const block = blocks[index];
        if (block.block === 'new-page') {
          isPageDue = true;
          return;
        }
        if (turns !== isTurned) {
          made.push(this.section(this.page(isTurned)));
          [isTurned, isPageDue] = [turns, false];
        }
        const isOwn = block.block === 'heading' || block.block === 'paragraph';
        if (isPageDue && !isOwn) made.push(this.words.paragraph('SectionEdge', '', NEW_PAGE));
        made.push(this.block(block, isPageDue && isOwn ? NEW_PAGE : ''));
        isPageDue = false;
      });
      return made.join('') + this.office.sections[this.page(isTurned)];
    }
  }

  /** The parts that tell of pictures: their relations, and that there are files of their kind. */
  function withPictures(path, part, count) {
    const relation = (number) => xml.element('Relationship', { Id: 'rIdPicture' + number, Type: RELATIONS + '/image', Target: 'media/picture' + number + '.png' });
    const relations = Array.from({ length: count }, (_, index) => relation(index + 1)).join('');
    if (path === 'word/_rels/document.xml.rels') return part.replace('</Relationships>', relations + '</Relationships>');
    const kind = xml.element('Default', { Extension: 'png', ContentType: 'image/png' });
    return path === '[Content_Types].xml' && count ? part.replace(/(<Types[^>]*>)/, '$1' + kind) : part;
  }

  function filled(part, { cover, day }, blanks) {
    return part.split(blanks.title).join(xml.escape(cover.title)).split(blanks.subtitle).join(xml.escape(cover.subtitle)).split(blanks.day).join(day);
  }

  function docx(document, common, office, images = new Map()) {
    const writer = new Writer(document, common, office, images);
    const main = xml.DECLARATION + xml.element('w:document', { 'xmlns:w': MAIN, 'xmlns:r': RELATIONS }, w('body', {}, writer.body()));
    const parts = Object.keys(office.parts).map((path) => [path, path === 'docProps/core.xml'
      ? filled(office.parts[path], document, office.blanks) : withPictures(path, office.parts[path], writer.media.length)]);
    return zip([parts[0], ['word/document.xml', main], ...parts.slice(1), ...writer.media.map((bytes, index) => ['word/media/picture' + (index + 1) + '.png', bytes])]);
  }

  return Object.assign(handout, { docx });
})(typeof PracticeHandout === 'object' ? PracticeHandout : {});
