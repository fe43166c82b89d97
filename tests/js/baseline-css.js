'use strict';
/** What of a style sheet the oldest browsers we serve (Chromium 80, Firefox 78) would drop, where a reader would see it. */

/** Selectors: one that is not understood drops its whole rule. @type {[RegExp, string][]} */
const SELECTORS = [
  [/:has\(/, '105 / 121'],
  [/:is\(|:where\(/, '88 / 78'],
  [/:not\([^()]*,/, '88 / 84'],
  [/:focus-visible.*,|,.*:focus-visible/s, '86 / 85, and drops the selectors beside it'],
  [/:nth-(last-)?child\([^)]* of /, '111 / 113'],
  [/&/, 'nesting, 120 / 117'],
];

/** At-rules, by how they begin. @type {[RegExp, string][]} */
const AT_RULES = [
  [/^@(layer|container|property|scope|starting-style)\b/, 'newer than the baseline'],
  [/^@media[^{]*[<>=]/, '104 / 63'],
  [/^@supports\s+selector\(/, '83 / 69'],
];

/** Declarations. @type {[RegExp, string][]} */
const DECLARATIONS = [
  [/^inset(-|:)/, '87 / 66'],
  [/^(margin|padding|border)-(inline|block):/, '87 / 66'],
  [/^aspect-ratio:/, '88 / 89'],
  [/^(translate|rotate|scale):/, '104 / 72'],
  [/^overflow(-[xy])?:\s*clip/, '90 / 81'],
  [/:.*\b(fit-content)\b(?!\()/, '46 / 94'],
  [/:.*\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqi|lh|rlh)\b/, 'unit newer than the baseline'],
  [/:.*\b(color-mix|light-dark|oklch|oklab|lch|lab)\(/, 'colour newer than the baseline'],
  [/:.*\bsubgrid\b/, '117 / 71'],
  [/:.*\brevert(-layer)?\b/, '84 / 67'],
];
const FLEX = /(^|;)\s*display:\s*(inline-)?flex/;
const GAP = /(^|;)\s*(row-|column-)?gap:/;

/**
 * @param {string} css
 * @returns {{line: number, what: string, why: string}[]}
 */
function cssFaults(css) {
  const text = css.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  const found = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!'{};'.includes(text[at])) continue;
    const part = text.slice(from, at).trim();
    const line = text.slice(0, at).split('\n').length;
    if (text[at] === '{' && !part.startsWith('@')) found.push(...flexGap(text, at, line));
    for (const [pattern, why] of tables(text[at], part)) {
      if (pattern.test(part)) found.push({ line, what: part.replace(/\s+/g, ' '), why });
    }
    from = at + 1;
  }
  return found;
}

function tables(end, part) {
  if (part.startsWith('@')) return AT_RULES;
  return end === '{' ? SELECTORS : DECLARATIONS;
}

/** A gap in a rule that makes a flex container; in grids and columns it is old. */
function flexGap(text, open, line) {
  const body = text.slice(open + 1, text.indexOf('}', open));
  return FLEX.test(body) && GAP.test(body) ? [{ line, what: 'gap in a flex container', why: '84 / 63' }] : [];
}

module.exports = { cssFaults };
