'use strict';
/**
 * XML as text, for the Office writers. Text is escaped here and nowhere else.
 */
var PracticeOffice = ((office) => {
  const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  // With the flag u a surrogate matches only where it stands alone.
  const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;
  const SPECIAL = /[&<>"]/g;
  const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

  /**
   * Text without what XML 1.0 forbids, its lines ended by \n alone.
   * @param {*} text null and undefined are no text
   * @returns {string}
   */
  const clean = (text) => String(text === null || text === undefined ? '' : text)
    .replace(/\r\n?/g, '\n').replace(FORBIDDEN, '');

  const escape = (text) => clean(text).replace(SPECIAL, (char) => ESCAPES[char]);

  /** Lines and tabs survive in an attribute only as references. */
  const attribute = (value) => escape(value).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');

  /**
   * One element. Attributes that are undefined, null or false are left out, true is "1"; children are XML already.
   * @param {string} name
   * @param {Object<string, *>} [attributes]
   * @param {string | string[]} [children]
   * @returns {string}
   */
  function element(name, attributes = {}, children = '') {
    const given = Object.keys(attributes).filter((key) => ![undefined, null, false].includes(attributes[key]));
    const head = name + given.map((key) => ` ${key}="${attribute(attributes[key] === true ? 1 : attributes[key])}"`).join('');
    const inside = Array.isArray(children) ? children.join('') : children;
    return inside ? `<${head}>${inside}</${name}>` : `<${head}/>`;
  }

  return Object.assign(office, { xml: { DECLARATION, clean, escape, element } });
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
