'use strict';
/** Whether a script runs on the oldest browsers we serve: `faults` parses it as ES2019 and looks for names they lack. */
const acorn = require('acorn');
const { CODE, GLOBALS, OF_OBJECT, METHODS, PROPERTIES, OPTIONS } = require('./baseline-names.js');

const WINDOWS = ['window', 'self', 'globalThis', 'top', 'parent'];
const NEW_FLAGS = /[dv]/;
const TIMERS = ['setTimeout', 'setInterval'];
/** A service worker runs over http only, in browsers that have it, where these names are its work. */
const SERVICE_WORKER = /(^|[\\/])service-worker\.js$/;
/** Loaded over http only, and asks first whether the browser has them. */
const REGISTERS = /(^|[\\/])offline\.js$/;
const REGISTERING = 'navigator.serviceWorker';

const own = (table, name) => (Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined);

/**
 * @param {string} source a classic script
 * @param {string} file its name
 * @returns {{line: number, what: string, why: string}[]} in the order they stand; a script that does not parse has one
 */
function faults(source, file = '') {
  let tree;
  try {
    tree = acorn.parse(source, { ecmaVersion: 2019, sourceType: 'script', locations: true });
  } catch (error) {
    return [{ line: error.loc ? error.loc.line : 0, what: 'syntax', why: error.message }];
  }
  if (SERVICE_WORKER.test(file)) return [];
  const found = [];
  walk(tree, null, (node, parent) => {
    for (const [what, why] of forbidden(node, parent)) found.push({ line: node.loc.start.line, what, why });
  });
  return found.filter(({ what }) => !(what === REGISTERING && REGISTERS.test(file)));
}

function walk(node, parent, visit) {
  visit(node, parent);
  for (const key of Object.keys(node)) {
    for (const child of [].concat(node[key])) {
      if (child && typeof child.type === 'string') walk(child, node, visit);
    }
  }
}

/** @returns {[string, string][]} (what, why) */
function forbidden(node, parent) {
  if (node.type === 'Identifier') return isReference(node, parent) ? named(GLOBALS, node.name) : [];
  if (node.type === 'MemberExpression') return member(node, parent);
  if (node.type === 'Property') return property(node, parent);
  if (node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern' && node.init) {
    return [].concat(...node.id.properties.map((part) => (part.key ? ofObject(node.init, propertyName(part, 'key')) : [])));
  }
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return call(node);
  return [];
}

function named(table, name, shown = name) {
  const why = own(table, name);
  return why ? [[shown, why]] : [];
}

/** Whether an identifier stands for a variable, and not for the name of a member or a key. */
function isReference(node, parent) {
  if (!parent) return true;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed;
  if (parent.type === 'Property' || parent.type === 'MethodDefinition') return parent.value === node || parent.computed;
  return true;
}

/** The name of a member or key as written; null when it is computed from anything but a string. */
function propertyName(node, key) {
  if (!node.computed && node[key].type === 'Identifier') return node[key].name;
  return typeof node[key].value === 'string' ? node[key].value : null;
}

/** A field of ours may bear a method's name (`note.at`): a method shows by its call, or by `.call` and `.apply`. */
function member(node, parent) {
  const name = propertyName(node, 'property');
  const isMethod = parent.callee === node || parent.object === node;
  return [...(isMethod ? named(METHODS, name) : []), ...named(PROPERTIES, name), ...ofObject(node.object, name)];
}

/** `Promise.any`, also as `window.Promise.any`; `window.fetch`. */
function ofObject(object, name) {
  const owner = object.type === 'MemberExpression' ? propertyName(object, 'property') : object.name;
  if (WINDOWS.includes(owner)) return named(GLOBALS, name);
  return named(own(OF_OBJECT, owner) || {}, name, owner + '.' + name);
}

/** A key of an object is an option; a key taken out of one is a property. */
function property(node, parent) {
  return named(parent.type === 'ObjectPattern' ? PROPERTIES : OPTIONS, propertyName(node, 'key'));
}

function call(node) {
  const [first, second] = node.arguments;
  const callee = node.callee.type === 'MemberExpression' ? propertyName(node.callee, 'property') : node.callee.name;
  if (TIMERS.includes(callee) && first && (typeof first.value === 'string' || first.type === 'TemplateLiteral')) {
    return [[callee + ' of text', CODE]];
  }
  if (callee === 'RegExp' && second && NEW_FLAGS.test(second.value || '')) return [['RegExp flags ' + second.value, '112 / 116']];
  return [];
}

module.exports = { faults };
