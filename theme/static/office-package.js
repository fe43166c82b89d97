'use strict';
/**
 * An Office file as a package (ECMA-376 part 2): parts, their types, their relations, the properties; no time anywhere.
 */
var PracticeOffice = ((office) => {
  const { DECLARATION, escape, element } = office.xml;
  const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/';
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/';
  const TYPES = 'application/vnd.openxmlformats-';

  /**
   * @typedef {{path: string, type: string, xml: string}} Part `type` is the end of its content type
   * @typedef {[string, string]} Relation kind and target; the first is rId1
   */

  /** A .rels part. */
  const relationships = (relations) => DECLARATION + element('Relationships', { xmlns: PACKAGE + 'relationships' },
    relations.map(([kind, target], index) => element('Relationship', {
      Id: `rId${index + 1}`,
      Type: (kind === 'metadata/core-properties' ? PACKAGE : OFFICE) + 'relationships/' + kind,
      Target: target,
    })));

  function contentTypes(parts) {
    const defaults = [['rels', `${TYPES}package.relationships+xml`], ['xml', 'application/xml']];
    return DECLARATION + element('Types', { xmlns: PACKAGE + 'content-types' }, [
      ...defaults.map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
      ...parts.map(({ path, type }) => element('Override', { PartName: '/' + path, ContentType: `${TYPES}${type}+xml` })),
    ]);
  }

  function coreProperties(title) {
    const names = {
      'xmlns:cp': PACKAGE + 'metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    };
    return DECLARATION + element('cp:coreProperties', names, [
      element('dc:title', {}, escape(title)),
      element('dc:creator', {}, office.measures.creator),
      element('dc:description', {}, office.measures.disclaimer),
      element('dc:language', {}, 'zh-CN'),
    ]);
  }

  const appProperties = () => DECLARATION + element('Properties', { xmlns: OFFICE + 'extended-properties' },
    element('Application', {}, office.measures.creator));

  /**
   * The file: its first part is the main one, beside which `relations` are kept.
   * @param {string} title
   * @param {Part[]} parts
   * @param {Relation[]} relations of the main part
   * @returns {Uint8Array}
   */
  function pack(title, parts, relations) {
    const all = [
      ...parts,
      { path: 'docProps/core.xml', type: 'package.core-properties', xml: coreProperties(title) },
      { path: 'docProps/app.xml', type: 'officedocument.extended-properties', xml: appProperties() },
    ];
    const main = parts[0].path;
    const roots = [['officeDocument', main], ['metadata/core-properties', 'docProps/core.xml'], ['extended-properties', 'docProps/app.xml']];
    return office.zip([
      ['[Content_Types].xml', contentTypes(all)],
      ['_rels/.rels', relationships(roots)],
      ...all.map(({ path, xml }) => [path, xml]),
      [main.replace(/([^/]+)$/, '_rels/$1.rels'), relationships(relations)],
    ]);
  }

  return Object.assign(office, { pack, namespaces: { relationships: OFFICE + 'relationships' } });
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
