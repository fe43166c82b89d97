'use strict';
/**
 * Binds compare.html: the reader picks cases and dimensions, the address keeps them, the table and its files follow.
 * Only the scripts of the chosen cases are loaded.
 */
(() => {
  /** Of a large library the picker lists this many; the rest is found by name. */
  const LISTED = 24;
  const COPY_AGAIN = '请重新复制整个资料文件夹。';

  const { element } = PracticeCompareView;
  const { LEAST, MOST } = PracticeCompareState;
  const part = (name) => document.querySelector('[data-compare-' + name + ']');
  const alerts = part('alert');
  const status = part('status');
  const result = part('result');
  const index = window.PracticeCompareIndex;
  const loading = new Map();
  let state = null;
  let view = null;
  let turn = 0;

  /** Runs a classic script, the one thing a page on file:// may load; once each. */
  function load(address) {
    if (!loading.has(address)) {
      loading.set(address, new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.charset = 'utf-8';
        script.src = address;
        script.onload = resolve;
        script.onerror = () => { loading.delete(address); reject(new Error(address)); };
        document.head.append(script);
      }));
    }
    return loading.get(address);
  }

  async function loadCase(id) {
    const address = 'data/compare/' + id + '.js';
    await load(address);
    const cases = window.PracticeCompareCases || {};
    if (!Object.prototype.hasOwnProperty.call(cases, id)) throw new Error(address);
    return cases[id];
  }

  function complain(problems) {
    alerts.textContent = '';
    problems.forEach((text) => alerts.append(element('p', 'note note-caution', text)));
  }

  /** Keeps the choice in the address, so that it can be kept as a bookmark. Some browsers forbid it on file://. */
  function remember() {
    const address = PracticeCompareState.query(state, index) || location.pathname.split('/').pop();
    try {
      history.replaceState(null, '', address);
    } catch (error) {
      if (error.name !== 'SecurityError') throw error;
    }
  }

  function lacking() {
    if (!state.cases.length) return '请选 ' + LEAST + ' 到 ' + MOST + ' 个案例。';
    if (state.cases.length < LEAST) return '已选 1 个案例，请再选 1 到 ' + (MOST - 1) + ' 个。';
    return state.fields.length ? '' : '请至少选一个方面。';
  }

  async function show() {
    turn += 1;
    const mine = turn;
    const lack = lacking();
    result.hidden = true;
    part('jump').hidden = true;
    document.title = '自选案例并列 · ' + index.library;
    status.textContent = lack;
    if (lack) return;
    try {
      const cases = await Promise.all(state.cases.map(loadCase));
      if (mine === turn) draw(cases);
    } catch (error) {
      if (mine === turn) complain(['数据文件 ' + error.message + ' 缺失或不完整。' + COPY_AGAIN]);
    }
  }

  function draw(cases) {
    view = Object.assign(PracticeCompareRows.build(index, cases, state), { marks: index.marks, edition: index.edition, library: index.library });
    const title = PracticeCompareExport.title(view);
    document.getElementById('compare-title').textContent = title;
    document.title = title + ' · ' + index.library;
    part('reading').textContent = PracticeCompareExport.READING + PracticeCompareExport.left(view);
    replace(part('table'), view.groups.length ? [PracticeCompareView.table(view)] : [element('p', 'note', '所选的各行都相同。取消“只看不同”可以看到。')]);
    replace(part('sources'), PracticeCompareView.sources(view));
    result.hidden = false;
    part('jump').hidden = false;
    status.textContent = counted();
  }

  function counted() {
    const rows = [].concat(...view.groups.map((group) => group.rows));
    const different = rows.filter(({ sameness }) => sameness === PracticeCompareRows.DIFFERENT).length;
    const hidden = state.only && view.hidden ? '，另有 ' + view.hidden + ' 行标“相同”，没有列出' : '';
    return '并列 ' + view.columns.length + ' 个案例，列出 ' + rows.length + ' 行，其中 ' + different + ' 行标明不同' + hidden + '。';
  }

  function replace(box, nodes) {
    box.textContent = '';
    box.append(...nodes);
  }

  function changed() {
    complain([]);
    remember();
    return show();
  }

  function option(text, detail, checked, onChange) {
    const box = element('input', '');
    box.type = 'checkbox';
    box.checked = checked;
    box.addEventListener('change', () => onChange(box));
    return element('label', 'compare-option', box, element('span', '', text, detail ? element('span', 'option-detail', detail) : ''));
  }

  function pickCase(id, box) {
    if (box.checked && state.cases.length === MOST) {
      box.checked = false;
      complain(['一次最多并列 ' + MOST + ' 个案例。请先取消一个，再选这一个。']);
      return;
    }
    state.cases = box.checked ? state.cases.concat(id) : state.cases.filter((other) => other !== id);
    changed();
  }

  /** All cases of a small library; of a large one the chosen ones and those whose name holds the words typed. */
  function drawCases(words) {
    const wanted = PracticeVerdict.folded(words);
    const held = index.cases.filter(([, short, title]) => PracticeVerdict.folded(short + title).includes(wanted));
    const chosen = ([id]) => state.cases.includes(id);
    const shown = new Set(held.filter((item) => !chosen(item)).slice(0, LISTED).map(([id]) => id));
    const rows = index.cases.filter((item) => chosen(item) || shown.has(item[0]));
    replace(part('cases'), rows.map(([id, short, title]) => option(short, title, state.cases.includes(id), (box) => pickCase(id, box))));
    const left = held.filter((item) => !chosen(item)).length - shown.size;
    part('more').hidden = !left && Boolean(held.length);
    part('more').textContent = held.length ? '还有 ' + left + ' 个案例，请按名称查找。' : '没有名称里有这些字的案例。';
  }

  function pickField(key, box) {
    const keys = index.dimensions.map((dimension) => dimension.key);
    state.fields = keys.filter((other) => (other === key ? box.checked : state.fields.includes(other)));
    changed();
  }

  function drawFields() {
    const groups = Array.from(new Set(index.dimensions.map(({ group }) => group)));
    replace(part('fields'), groups.map((group) => {
      const own = index.dimensions.filter((dimension) => dimension.group === group);
      const boxes = own.map(({ key, label }) => option(label, '', state.fields.includes(key), (box) => pickField(key, box)));
      const line = element('div', 'compare-fields', element('span', 'compare-group', group), element('div', 'compare-options', ...boxes));
      line.setAttribute('role', 'group');
      line.setAttribute('aria-label', group);
      return line;
    }));
  }

  function setFields(keys) {
    state.fields = keys;
    drawFields();
    changed();
  }

  async function save(kind) {
    try {
      status.textContent = '已生成 ' + await PracticeCompareDownload.save(kind, view, load) + '，在浏览器的下载文件夹里。';
    } catch (error) {
      const name = PracticeCompareDownload.fileName(view, kind);
      complain(['没有生成 ' + name + '：程序文件 ' + error.message + ' 缺失或不完整。' + COPY_AGAIN]);
    }
  }

  /** The view as one line that any copy of the site opens; the clipboard API asks for https, selecting works on file:// too. */
  function copyChoice() {
    const line = 'compare.html' + PracticeCompareState.query(state, index);
    const box = element('textarea', 'compare-copied');
    box.value = line;
    document.body.append(box);
    box.select();
    let done = false;
    try { done = document.execCommand('copy'); } catch (error) { done = false; }
    box.remove();
    part('copy').focus();
    status.textContent = (done ? '已复制：' : '浏览器不让复制，请自己选中这一行：') + line;
  }

  function bind() {
    const only = part('only');
    const find = document.getElementById('compare-q');
    only.checked = state.only;
    only.addEventListener('change', () => { state.only = only.checked; changed(); });
    part('find').hidden = index.cases.length <= LISTED;
    find.addEventListener('input', () => drawCases(find.value));
    part('picker').addEventListener('submit', (event) => event.preventDefault());
    part('all').addEventListener('click', () => setFields(index.dimensions.map(({ key }) => key)));
    part('usual').addEventListener('click', () => setFields(index.defaults.slice()));
    part('exports').addEventListener('click', (event) => {
      const kind = event.target.getAttribute('data-export');
      if (kind === 'print') window.print();
      else if (kind) save(kind);
    });
    part('copy').addEventListener('click', copyChoice);
    part('picker').hidden = false;
    // What was opened by its address begins with the view.
    part('picker').querySelector('details').open = Boolean(lacking());
  }

  if (!index) {
    complain(['数据文件 data/compare/index.js 缺失或不完整。' + COPY_AGAIN]);
    return;
  }
  state = PracticeCompareState.parse(location.search, index);
  drawCases('');
  drawFields();
  bind();
  complain(state.problems);
  show();
})();
