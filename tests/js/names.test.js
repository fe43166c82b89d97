'use strict';
const test = require('node:test');
const assert = require('node:assert');
const path = require('path');
const { fold, json } = require('./harness.js');
const PracticeNames = require(path.join(__dirname, '..', '..', 'theme/static/search-names.js'));

const { names, synonyms } = json('tests/js/names/names.json');
const made = json('tests/js/names/tables.json');
const spoken = made.spoken.map((pairs) => pairs.map(([char, syllable]) => ({ char, syllable })));
const PUNCTUATION = /[^\p{L}\p{N}]/gu;
const lettersOf = (text) => fold(text).replace(PUNCTUATION, '');
const readings = new Map();
for (const table of Object.values(made['names-readings'])) {
  for (const [syllable, chars] of Object.entries(table)) for (const char of chars) readings.set(char, (readings.get(char) || []).concat(syllable));
}

function open(form, spoil = (name) => name) {
  const { manifest, tables } = made[form];
  const loads = [];
  const get = async (name) => {
    loads.push(name);
    const table = name === 'names-readings' ? made[name] : tables[name];
    if (spoil(name) !== name || !table) throw Object.assign(new Error(name), { file: 'search/' + name + '.js' });
    return table;
  };
  return Object.assign(PracticeNames.create({ get, manifest, fold }), { loads });
}

const whole = open('whole');
const cut = open('cut');
const full = (name) => name.map(({ syllable }) => syllable).join('');
const initials = (name) => name.map(({ syllable }) => Array.from(syllable)[0]).join('');

/** The grades in which the syllables from one on spell `typed`, by trying every cut: written apart from the code under test. */
function gradesFrom(syllables, typed, parts = []) {
  if (!typed) {
    const isFull = (part) => part.text === part.token;
    const isInitial = ({ text }) => text.length === 1 || /^[zcs]h$/.test(text);
    if (parts.every(isFull)) return [0];
    if (parts.slice(0, -1).every(isFull)) return [2];
    return [parts.every(isInitial) ? 4 : 6];
  }
  if (!syllables.length) return [];
  const found = [];
  const token = syllables[0];
  for (const spelling of new Set([token, token.replace(/^([ln])v/, '$1u'), token.replace(/^([ln])v/, '$1ü')])) {
    for (let length = 1; length <= spelling.length && typed.startsWith(spelling.slice(0, length)); length += 1) {
      const text = length === spelling.length ? token : spelling.slice(0, length);
      found.push(...gradesFrom(syllables.slice(1), typed.slice(length), parts.concat({ text, token })));
    }
  }
  return found;
}

function gradeOf(name, typed) {
  const grades = name.map((_, start) => gradesFrom(name.slice(start).map(({ syllable }) => syllable), typed).map((grade) => grade + (start ? 1 : 0)));
  return Math.min(...[].concat(...grades));
}

/** text → grade of every name that letters spell; mixed readings count only when there is no surer one. */
function scan(typed) {
  const found = names.map(([text], at) => [text, gradeOf(spoken[at], typed)]).filter(([, grade]) => grade < Infinity);
  const surer = found.filter(([, grade]) => grade < 6);
  return (surer.length ? surer : found).sort(([, a], [, b]) => a - b);
}

const asPairs = (hits) => hits.map(({ text, grade }) => [text, grade]);

test('letters find the names that a scan of all cuts finds, in the same grades and order', async () => {
  const typed = new Set(['zg', 'zhg', 'sh', 'xian', 'lv', 'lu', 'lü', 'gehua', 'wanggeh', 'hongsgj', 'hsguanj', 'wangj', 'ang', 'zzz', 'nvzi', 'nuzi', 'app', 'g20f', '5ajing', 'sqjmwyh', 'sheq']);
  spoken.forEach((name) => {
    for (const text of [full(name), full(name.slice(1)), initials(name), initials(name.slice(1)),
      name.map(({ syllable }, at) => (at % 2 ? Array.from(syllable)[0] : syllable)).join(''),
      name.map(({ syllable }, at) => (at % 2 ? syllable : syllable.slice(0, 2))).join('')]) typed.add(text);
  });
  const asked = Array.from(typed).filter((text) => /^[a-zü0-9]*[a-zü][a-zü0-9]*$/.test(text) && text.length > 1);
  assert.ok(asked.length > 150);
  for (const text of asked) assert.deepStrictEqual(asPairs(await whole.byPinyin(text, Infinity)), scan(text), text);
});

test('every name is found by its full pinyin and by its initials', async () => {
  for (const [at, [text]] of names.entries()) {
    const byFull = await whole.byPinyin(full(spoken[at]), Infinity);
    if (/[a-z]/.test(full(spoken[at]))) assert.strictEqual(byFull.find((hit) => hit.text === text).grade, 0, text);
    const byInitials = await whole.byPinyin(initials(spoken[at]), Infinity);
    if (/[a-z]/.test(initials(spoken[at]))) assert.ok(byInitials.find((hit) => hit.text === text).grade <= 4, text);
  }
});

test('a name is never lost while its pinyin or its initials are typed', async () => {
  for (const [at, [text]] of names.entries()) {
    for (const typed of [full(spoken[at]), initials(spoken[at])]) {
      for (let length = 2; length <= typed.length; length += 1) {
        if (/[\ud800-\udbff]/.test(typed[length - 1])) continue;
        const hits = await whole.suggest(typed.slice(0, length), Infinity);
        assert.ok(hits.some((hit) => hit.text === text), text + ' ' + typed.slice(0, length));
      }
    }
  }
});

test('spaces, apostrophes and capitals make no difference', async () => {
  for (const text of ['hong se guan jia', "hong'se’guan'jia", 'HongSe GuanJia', 'ｈｏｎｇｓｅｇｕａｎｊｉａ']) {
    assert.deepStrictEqual(await whole.byPinyin(text), await whole.byPinyin('hongseguanjia'), text);
  }
  assert.strictEqual((await whole.byPinyin('hongseguanjia'))[0].text, '红色管家');
});

test('what was typed is told in the characters of the name', async () => {
  const matched = async (text) => (await whole.byPinyin(text)).map((hit) => [hit.text, hit.matched])[0];
  assert.deepStrictEqual(await matched('gehua'), ['网格化', '格化']);
  assert.deepStrictEqual(await matched('duiwujinchang'), ['先锋队伍：进场、立规矩、亮身份', '队伍:进场']);
  assert.deepStrictEqual(await matched('hongsedw'), undefined);
});

test('a phrase is read as it is spoken', async () => {
  for (const [typed, text] of [['hangye', '行业党委'], ['zhongda', '重大事项'], ['zhangzhe', '长者食堂'], ['shuaixian', '率先'], ['lvyou', '5A级旅游景区']]) {
    assert.strictEqual((await whole.byPinyin(typed))[0].text, text);
  }
  assert.deepStrictEqual(await whole.byPinyin('xingye'), []);
  for (const [typed, plain] of [['jvmin', 'jumin'], ['sheqv', 'shequ'], ['weiyvan', 'weiyuan']]) {
    assert.ok((await whole.byPinyin(plain)).length);
    assert.deepStrictEqual(await whole.byPinyin(typed), await whole.byPinyin(plain), typed);
  }
});

test('Chinese is completed: names that begin with it, then those that hold it, then those that sound like it', async () => {
  const shown = async (text) => (await whole.suggest(text)).map((hit) => [hit.text, hit.match]);
  assert.deepStrictEqual(await shown('网格'), [
    ['网格', 'exact'], ['网格化', 'exact'], ['网格员', 'exact'], ['网格化管理', 'exact'], ['景区网格化管控', 'exact'], ['王哥说事', 'pinyin'], ['网哥故事', 'pinyin'],
  ]);
  assert.deepStrictEqual(await shown('网格话'), [['网格化', 'pinyin'], ['网格化管理', 'pinyin'], ['景区网格化管控', 'pinyin']]);
  assert.deepStrictEqual(await shown('红色guanj'), [
    ['红色管家', 'pinyin'], ['“红色管家”队伍', 'pinyin'], ['红色管家岗位指引（本库据案例编写）', 'pinyin'],
  ]);
  assert.deepStrictEqual((await shown('網'))[0], ['网格', 'exact']);
  assert.deepStrictEqual((await shown('app'))[0], ['APP使用说明', 'exact']);
  assert.deepStrictEqual(await shown('𠮷'), [['𠮷家小区', 'exact']]);
});

test('every run of a name suggests the names that hold it, and none that only sounds like it stands above them', async () => {
  for (const [text] of names) {
    const chars = Array.from(lettersOf(text));
    for (let start = 0; start < chars.length; start += 1) {
      for (let end = start + 2; end <= Math.min(chars.length, start + 5); end += 1) {
        const run = chars.slice(start, end).join('');
        const hits = await whole.suggest(run, Infinity);
        const labels = hits.map(({ match }) => match);
        assert.deepStrictEqual(labels, labels.slice().sort(), run);
        const holds = names.map(([name]) => name).filter((name) => lettersOf(name).includes(run)).sort();
        assert.deepStrictEqual(hits.filter(({ match }) => match === 'exact').map((hit) => hit.text).sort(), holds, run);
      }
    }
  }
});

test('a slip of sound finds the names that sound so, and only those', async () => {
  assert.deepStrictEqual((await whole.byPinyin('网格')).map((hit) => hit.text), ['王哥说事', '网哥故事']);
  const sounds = (name, wanted) => name.some((_, start) => wanted.every((char, at) => name[start + at] && (readings.get(char) || [char]).includes(name[start + at].syllable)));
  for (const slip of ['网哥化', '王格化', '红涩管家', '西唐经', '业为会', '先风岗', '亮申份']) {
    const wanted = Array.from(slip);
    const expected = names.filter((_, at) => sounds(spoken[at], wanted)).map(([text]) => text).sort();
    assert.deepStrictEqual((await whole.byPinyin(slip, Infinity)).map((hit) => hit.text).sort(), expected, slip);
  }
});

test('one wrong, missing or added character leads to the name', async () => {
  for (const [text] of names) {
    const chars = Array.from(lettersOf(text));
    if (chars.length < 3) continue;
    for (let at = 0; at < chars.length; at += 1) {
      for (const put of [['齄'], [], [chars[at], '齄']]) {
        const typed = chars.slice(0, at).concat(put, chars.slice(at + 1)).join('');
        if (!/[^\x00-\x7f]/.test(typed)) continue;
        const near = await whole.nearest(typed, 5);
        assert.ok(near.some((name) => name.text === text), typed + ' → ' + near.map((name) => name.text));
      }
    }
  }
});

test('the nearest names are few, and the nearest comes first', async () => {
  const near = async (text) => (await whole.nearest(text)).map((name) => name.text);
  assert.strictEqual((await near('红色管夹'))[0], '红色管家');
  assert.strictEqual((await near('西唐'))[0], '西塘');
  assert.strictEqual((await near('红涩官家'))[0], '红色管家');
  assert.strictEqual((await near('红涩官'))[0], '红色管家');
  assert.deepStrictEqual((await near('鄂网多斯齄道')).slice(0, 2), ['鄂尔多斯街道', '一网多用']);
  assert.deepStrictEqual(await near('岗位指引'), ['红色管家岗位指引（本库据案例编写）']);
  assert.strictEqual((await near('wanggehuax'))[0], '网格化');
  assert.strictEqual((await near('红色')).length, 5);
  assert.deepStrictEqual(await near('龘龘龘'), []);
});

test('synonyms are those of the twin in Python', async () => {
  for (const [text, others, within] of synonyms) {
    assert.deepStrictEqual((await whole.synonymsOf(text)).map((word) => word.text), others, text);
    const found = (await whole.within(text)).map(({ start, end, alternatives }) => [start, end, alternatives.map((word) => word.text)]);
    assert.deepStrictEqual(found, within, text);
  }
  assert.deepStrictEqual(await whole.synonymsOf('业委会'), [{ text: '业主委员会', folded: '业主委员会' }]);
});

test('tables cut into scripts answer like one script, and a query brings few of them', async () => {
  const queries = new Set(['wg', 'sh', 'lu', '网', '网格话', '红色guanj', 'zzz', '5a', '齄齄']);
  names.forEach(([text], at) => [full(spoken[at]), initials(spoken[at]), text, text.slice(1, 3), text.slice(0, 2) + '齄' + text.slice(3)].forEach((query) => queries.add(query)));
  for (const query of queries) {
    for (const ask of ['suggest', 'byPinyin', 'nearest', 'within', 'synonymsOf']) {
      assert.deepStrictEqual(await cut[ask](query), await whole[ask](query), ask + ' ' + query);
    }
  }
  const fresh = open('cut');
  await fresh.suggest('wangge');
  const all = Object.keys(made.cut.tables).filter((name) => /pairs|singles/.test(name));
  const brought = new Set(fresh.loads.filter((name) => /pairs|singles/.test(name)));
  assert.ok(brought.size <= 4 && all.length >= 20, brought.size + ' of ' + all.length);
});

test('a missing script is named, and asked for again', async () => {
  for (const [part, ask, query] of [['names-pairs', 'suggest', '网格'], ['names-singles', 'suggest', 'wang'], ['names-rows', 'byPinyin', 'wgh'],
    ['names-readings', 'nearest', '红色管夹'], ['names-synonyms', 'within', '业委会议']]) {
    let isMissing = true;
    const spoilt = open('cut', (name) => (isMissing && name.startsWith(part) ? '' : name));
    await assert.rejects(spoilt[ask](query), (error) => error.file.startsWith('search/' + part));
    isMissing = false;
    assert.deepStrictEqual(await spoilt[ask](query), await whole[ask](query));
  }
});

test('any query is harmless', async () => {
  const odd = ['', ' ', "'", 'x', '<script>alert(1)</script>', '😀😀', '.*(a+)+$', '\ud842', '__proto__', 'constructor', '网'.repeat(10000), 'a'.repeat(10000),
    'wangge'.repeat(60), '网格'.repeat(100), 'ü', 'vvvv', null, undefined];
  for (const text of odd) {
    for (const ask of ['suggest', 'byPinyin', 'nearest']) assert.ok(Array.isArray(await whole[ask](text)), ask);
  }
  for (const text of ['', 'x', '__proto__', '网'.repeat(10000)]) {
    assert.deepStrictEqual(await whole.within(text), []);
    assert.deepStrictEqual(await whole.synonymsOf(text), []);
  }
});
