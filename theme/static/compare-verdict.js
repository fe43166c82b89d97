'use strict';
/**
 * Whether two figures may be held against each other: the twin of generator/compare/comparability.py, judged.py and
 * reasons.py, in the same words. tests/compare/verdicts.json holds both to one table of examples. No DOM; nothing ranks.
 *
 * A figure is what generator/compare/side_by_side.py writes of it, with `case` (its case's id) and `places` of that case.
 * PracticeVerdict.compare(a, b) → {relation, reasons, differing, undisclosed}; the order of the two makes no difference.
 * PracticeVerdict.words(verdict), .brief(verdict) → what a reader is told; .undisclosed(columns) → what one figure leaves open.
 */
var PracticeVerdict = (() => {
  const COMPARABLE = '可比';
  const SERIES = '同一指标的先后数';
  const INCOMPARABLE = '不可比';
  const REASON = {
    target: '目标≠已实现', measure: '指标不同', status: '状态不同', rate: '率≠件数', kind: '量的种类不同', change: '变化≠水平',
    points: '百分点≠百分比', unit: '单位不同', basis: '口径不同', undisclosed: '口径未披露', approximate: '不是确数',
    pandemic: '疫情防控期间的数不作比较', localities: '具名地区不排名',
  };
  /** The closed list, in the order in which a reader is told. */
  const ORDER = Object.keys(REASON).map((name) => REASON[name]);
  /** Reasons about how a figure was counted do not say that two figures differ in what they are. */
  const CONDITIONS = [REASON.basis, REASON.undisclosed, REASON.approximate];
  /** Of a list of blank columns longer than this, only their number is told where space is short. */
  const LONG = 1;
  const UNREACHED = ['目标', '计划'];
  const RATES = ['率', '率的变化'];
  const CHANGE = '的变化';
  const POINTS = ['个百分点', '百分点'];
  const WORDS = ['全覆盖', '全部', '一半', '半数', '过半', '半数以上'];
  const PANDEMIC = '疫情防控期间';
  const TIMES = ['时段', '基期'];
  /** What Python's str.split() splits at; \s is another list. */
  const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

  const folded = (text) => text.normalize('NFKC').replace(SPACE, '');
  const blank = (text) => !text.replace(SPACE, '');
  const like = (one, other) => folded(one) === folded(other);
  /** 今年 of one article is not 今年 of another: between cases a time must tell its year. */
  const untold = (name, text, apart) => blank(text) || (apart && TIMES.includes(name) && !/[0-9]{4}/.test(folded(text)));

  const isPoints = (a) => POINTS.includes(a.unit) || (a.unit === '%' && a.start !== null);
  const kindOf = (a) => (a.measure ? a.measure.kind : '');
  const isChange = (a) => kindOf(a).endsWith(CHANGE) || Boolean(a.direction) || a.start !== null || isPoints(a);
  const unitOf = (a) => (WORDS.includes(a.literal) && a.measure ? a.measure.unit : a.unit);
  const measureOf = (a) => (a.measure ? a.measure.id : '');
  const isInexact = (a) => Boolean(a.approx) || a.value === null;
  const withoutChange = (kind) => (kind.endsWith(CHANGE) ? kind.slice(0, -CHANGE.length) : kind);

  function statusReason(a, b) {
    if (a.status === b.status) return null;
    return UNREACHED.includes(a.status) !== UNREACHED.includes(b.status) ? REASON.target : REASON.status;
  }

  /** Two measures differ by their ids; where one is blank, different names are enough to tell. */
  function measureReason(a, b) {
    const differ = a.measure && b.measure ? measureOf(a) !== measureOf(b) : !like(a.name, b.name);
    return differ ? REASON.measure : null;
  }

  function kindReason(a, b) {
    const [one, other] = [kindOf(a), kindOf(b)];
    if (!one || !other || one === other) return null;
    if (RATES.includes(one) !== RATES.includes(other)) return REASON.rate;
    return withoutChange(one) === withoutChange(other) ? null : REASON.kind;
  }

  function unitReason(a, b) {
    const units = [unitOf(a), unitOf(b)];
    const percentages = units.every((unit) => unit === '%' || POINTS.includes(unit));
    const named = units.some((unit) => POINTS.includes(unit));
    if (percentages && isPoints(a) !== isPoints(b) && (named || (isChange(a) && isChange(b)))) return REASON.points;
    return units[0] === units[1] ? null : REASON.unit;
  }

  /** What the figures are: status, measure, kind, change or level, unit. */
  function nature(a, b) {
    const change = isChange(a) === isChange(b) ? null : REASON.change;
    return [statusReason(a, b), measureReason(a, b), kindReason(a, b), change, unitReason(a, b)].filter(Boolean);
  }

  /** The columns in which the two differ, and those that either leaves blank. A level's 基期 counts only where one states it. */
  function conditions(a, b) {
    const measured = isChange(a) || isChange(b) || a.baseline || b.baseline;
    const stated = [
      ['可比指标', measureOf(a), measureOf(b)], ['时段', a.period, b.period], ['口径', a.basis, b.basis],
      ['范围', a.scope, b.scope], ...(measured ? [['基期', a.baseline, b.baseline]] : []),
    ];
    const apart = a.case !== b.case;
    const open = stated.filter(([name, one, other]) => untold(name, one, apart) || untold(name, other, apart));
    const told = stated.filter((row) => !open.includes(row) && row[0] !== '可比指标');
    const names = (rows) => rows.map(([name]) => name);
    return { differing: names(told.filter(([, one, other]) => !like(one, other))), undisclosed: names(open) };
  }

  /** The columns that decide about comparing and that the source, or the editor, leaves blank. */
  function blanks(a) {
    const stated = [['可比指标', measureOf(a)], ['时段', a.period], ['口径', a.basis], ['范围', a.scope], ...(isChange(a) ? [['基期', a.baseline]] : [])];
    return stated.filter(([, text]) => blank(text)).map(([name]) => name);
  }

  const samePlaces = (a, b) => JSON.stringify(a.places) === JSON.stringify(b.places);

  /** Whether no named locality is held against another: one case, or one place that the common scope names. */
  function sameGround(a, b) {
    if (a.case === b.case) return true;
    const named = [].concat(...a.places.map((place) => place.slice(0, 4).filter(Boolean)));
    return samePlaces(a, b) && [a, b].every((item) => named.some((level) => item.scope.includes(level)));
  }

  /** Whether the two are one measure of one case at two stated times, alike in all else that is stated. */
  function isSeries(a, b) {
    return a.case === b.case && Boolean(a.measure && b.measure) && ![a.scope, a.period, b.period].some(blank) &&
      !like(a.period, b.period) && like(a.scope, b.scope) && like(a.basis, b.basis) && like(a.baseline, b.baseline) &&
      !nature(a, b).length && a.mark !== PANDEMIC && b.mark !== PANDEMIC;
  }

  function compare(a, b) {
    if (isSeries(a, b)) return { relation: SERIES, reasons: [], differing: [], undisclosed: [] };
    const { differing, undisclosed } = conditions(a, b);
    const found = nature(a, b);
    if (differing.length) found.push(REASON.basis);
    if (undisclosed.length) found.push(REASON.undisclosed);
    if (isInexact(a) || isInexact(b)) found.push(REASON.approximate);
    if (a.mark === PANDEMIC || b.mark === PANDEMIC) found.push(REASON.pandemic);
    if (!sameGround(a, b)) found.push(REASON.localities);
    if (!found.length) return { relation: COMPARABLE, reasons: [], differing: [], undisclosed: [] };
    return { relation: INCOMPARABLE, reasons: ORDER.filter((reason) => found.includes(reason)), differing, undisclosed };
  }

  /** Which columns are not stated; of more than ``most`` (0: all) how many. */
  function undisclosed(columns, most = 0) {
    const counted = most > 0 && columns.length > most;
    return REASON.undisclosed + (counted ? '（' + columns.length + ' 项没有写明）' : '（没有写明：' + columns.join('、') + '）');
  }

  function say(verdict, reasons, most = 0) {
    if (verdict.relation === SERIES) return SERIES + '，按时间先后看，不排名';
    const tell = (reason) => {
      if (reason === REASON.undisclosed && verdict.undisclosed.length) return undisclosed(verdict.undisclosed, most);
      const differing = reason === REASON.basis ? verdict.differing : [];
      return differing.length ? reason + '（不一样的：' + differing.join('、') + '）' : reason;
    };
    return reasons.length ? verdict.relation + '：' + reasons.map(tell).join('、') : verdict.relation;
  }

  const words = (verdict) => say(verdict, verdict.reasons);

  /** Where space is short: a long list of blanks is cut, and 具名地区不排名 goes unsaid beside what differs; nothing else does. */
  function brief(verdict) {
    const differ = verdict.reasons.some((reason) => !CONDITIONS.includes(reason) && reason !== REASON.localities);
    return say(verdict, verdict.reasons.filter((reason) => !(differ && reason === REASON.localities)), LONG);
  }

  return { compare, words, brief, blanks, undisclosed, isChange, unitOf, kindOf, folded, COMPARABLE, SERIES, INCOMPARABLE, ORDER };
})();
if (typeof module !== 'undefined') module.exports = PracticeVerdict;
