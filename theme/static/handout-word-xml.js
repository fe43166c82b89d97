'use strict';
/**
 * Runs and paragraphs of WordprocessingML: twin of generator/handouts/docx/xml.py and words.py. No DOM.
 * What a style looks like and how wide a page is comes from `office`: data/handouts/office.js, made by the Python writer.
 */
var PracticeHandout = ((handout) => {
  const { escape, element } = PracticeOffice.xml;
  const STYLES = { strong: 'Strong', evidence: 'Evidence', editorial: 'Editorial', 'own account': 'Status', status: 'Status' };

  /** An element whose attributes bear its prefix too. @type {function(string, Object<string, *>=, (string | string[])=): string} */
  function w(name, attributes = {}, children = '') {
    const prefixed = {};
    Object.keys(attributes).forEach((key) => { prefixed['w:' + key] = String(attributes[key]); });
    return element('w:' + name, prefixed, children);
  }

  /** Half to even, as Python rounds. */
  function round(number) {
    const floor = Math.floor(number);
    const rest = number - floor;
    return rest === 0.5 ? floor + (floor % 2) : Math.round(number);
  }

  class Words {
    /** @param {*} office  @param {*[]} blocks of the document: only to paragraphs that they tell do marks lead */
    constructor(office, blocks) {
      this.office = office;
      this.told = new Set([].concat(...blocks.filter(({ block }) => block === 'sources').map(({ places }) => places.map(({ id }) => id))));
      this.names = new Map();
    }

    /** The bookmark of a paragraph of a source or of a heading. */
    name(thing) {
      if (!this.names.has(thing)) this.names.set(thing, 'place' + String(this.names.size + 1).padStart(4, '0'));
      return this.names.get(thing);
    }

    marked(thing, inside) {
      const name = this.name(thing);
      const id = Number(name.slice('place'.length));
      return w('bookmarkStart', { id, name }) + inside + w('bookmarkEnd', { id });
    }

    link(thing, inside) { return w('hyperlink', { anchor: this.name(thing), history: 1 }, inside); }

    properties([face, size], style) {
      return w('rPr', {}, [
        style ? w('rStyle', { val: style }) : '',
        w('rFonts', { hint: 'eastAsia', ascii: face, hAnsi: face, eastAsia: face, cs: face }),
        w('b', { val: 0 }), w('sz', { val: round(size * 2) }), w('szCs', { val: round(size * 2) }),
      ]);
    }

    /** Text of one look; a tab in it becomes a tab, a line's end a new line of the same paragraph. */
    run(text, type, style = '') {
      const pieces = text.split(/([\t\n])/).filter(Boolean).map((piece) => (
        piece === '\t' ? w('tab') : piece === '\n' ? w('br') : '<w:t xml:space="preserve">' + escape(piece) + '</w:t>'));
      return w('r', {}, [this.properties(type, style), ...pieces]);
    }

    /** Strong words in 黑体, since 仿宋 has no bold; marks in a size below the text's. */
    typeOf(kind, type) {
      const { strong, marks } = this.office.measures;
      if (kind === 'strong') return [strong, type[1]];
      if (kind === 'evidence' || kind === 'editorial') return [marks.face, Math.max(marks.least, Math.min(marks.size, type[1] - 1.5))];
      return type;
    }

    runs(runs, style) {
      const type = this.office.styles[style];
      return runs.map((run) => {
        const [own, look] = [this.typeOf(run.kind, type), STYLES[run.kind] || ''];
        return run.marks ? this.evidence(run.marks, own, look) : this.run(run.text, own, look);
      }).join('');
    }

    evidence(marks, type, style) {
      return marks.map(({ label, place }, number) => {
        const end = number === marks.length - 1 ? '〕' : '、';
        const words = this.run((number ? '' : '〔') + label + end, type, style);
        return this.told.has(place) ? this.link(place, words) : words;
      }).join('');
    }

    /** A paragraph; `more` are properties behind its style. */
    paragraph(style, inside, more = '') {
      return w('p', {}, w('pPr', {}, w('pStyle', { val: style }) + more) + inside);
    }

    said(style, runs, more = '') { return this.paragraph(style, this.runs(runs, style), more); }
  }

  return Object.assign(handout, { Words, w, round });
})(typeof PracticeHandout === 'object' ? PracticeHandout : {});
