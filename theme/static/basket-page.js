'use strict';
/**
 * Binds the 讲义篮 to its section of my.html: takes in what a link adds, draws and orders it, opens a saved one.
 *
 * PracticeBasketPage.bind(box, store, {tell, changed, today, address}) → a section of my-page.js. What the address adds is drawn
 *   when its data have come.
 */
var PracticeBasketPage = (() => {
  function bind(box, store, { tell, changed, today, address }) {
    const part = (name) => box.querySelector('[data-' + name + ']');
    const fields = part('basket-cover').elements;
    const { draw: drawList, titleOf } = PracticeBasketList;
    /** unit → its data, or null where its file did not come. */
    const units = new Map();

    const making = PracticeBasketMake.bind(box, store, { tell, today, entries });

    function entries() { return store.items().map((item) => ({ item, unit: units.get(item.unit) || null })); }

    async function fetchUnit(name) {
      if (!units.get(name)) units.set(name, await PracticeHandoutData.unit(name).catch(() => null));
      return units.get(name);
    }

    function takeIn(search) {
      if (!new URLSearchParams(search).has('add')) return false;
      add(search).then(() => {
        if (store.available) address('');
        draw();
      });
      return true;
    }

    async function add(search) {
      const given = PracticeBasket.parseQuery(search);
      const unit = given && await fetchUnit(given.unit);
      const piece = unit && unit.pieces.find(({ id }) => id === given.piece);
      if (!unit || !piece) {
        tell('链接里的内容不在本库中，没有加入讲义篮。');
        return;
      }
      const before = store.items();
      const chosen = before.find((item) => item.unit === given.unit);
      const ids = given.piece && PracticePieces.withBelow(unit.pieces, unit.pieces.indexOf(piece)).map(({ id }) => id);
      const added = store.add(given.unit, ids || null, unit.title);
      const name = given.piece ? unit.short + '·' + piece.title : unit.title;
      const said = chosen && !given.piece ? '已由选定的章节改为全部内容：' : '已加入讲义篮：';
      if (added) tell(said + name + '。', () => putBack(before, '已恢复原来的讲义篮。'));
      else tell('讲义篮里已经有了：' + name + '。');
    }

    function putBack(items, text) {
      store.save(items);
      tell(text);
      draw();
    }

    async function draw() {
      await Promise.all(store.items().map(({ unit }) => fetchUnit(unit)));
      const all = entries();
      const open = openUnits();
      part('basket-list').textContent = '';
      part('basket-list').append(...drawList(all, act));
      open.forEach((unit) => { const details = detailsOf(unit); if (details) details.open = true; });
      part('basket-empty').hidden = all.length > 0;
      part('basket-make').hidden = !all.length;
      part('basket-save').hidden = !all.length;
      fill(store.cover());
      box.hidden = false;
      making.close();
      changed();
      count(all.length);
    }

    const detailsOf = (unit) => box.querySelector('[data-unit="' + unit + '"] details');
    const openUnits = () => Array.from(box.querySelectorAll('[data-unit] details')).filter(({ open }) => open).map((details) => details.closest('[data-unit]').dataset.unit);

    function fill(cover) {
      Object.assign(fields.title, { value: cover.title, placeholder: making.defaultTitle() });
      fields.by.value = cover.by;
      fields.date.value = cover.date;
      fields.terms.checked = !cover.withoutTerms;
      fields.sources.checked = !cover.withoutSources;
    }

    /** The number in the page's header, which its own script wrote before anything was added. */
    function count(number) {
      document.querySelector('.basket-link span').textContent = number ? '（' + number + '）' : '';
    }

    /** Whatever else is changed, the last thing done can no longer be taken back alone. */
    function touched() {
      tell('');
      making.close();
      changed();
    }

    const act = {
      move(unit, by) {
        store.move(unit, by);
        tell('');
        draw().then(() => focusOn(unit, by < 0 ? 0 : 1));
      },
      choose(unit, pieces) {
        store.choose(unit, pieces);
        touched();
      },
      remove(unit) {
        const title = titleOf({ item: store.get(unit), unit: units.get(unit) });
        const removed = store.remove(unit);
        tell('已移出：' + title + '。', () => {
          store.restore(removed);
          tell('已放回：' + title + '。');
          draw();
        });
        draw().then(() => box.querySelector('h2').focus());
      },
    };

    /** The button that was pressed, or its neighbour where it can go no further. */
    function focusOn(unit, button) {
      const line = Array.from(part('basket-list').children).find(({ dataset }) => dataset.unit === unit);
      const [up, down] = line ? line.querySelectorAll('button') : [];
      if (up) (button ? [down, up] : [up, down]).find(({ disabled }) => !disabled).focus();
    }

    async function openFile(file) {
      const before = { items: store.items(), cover: store.cover() };
      let given;
      try {
        given = PracticeBasket.read(await PracticeDownload.text(file), store.library);
      } catch (error) {
        tell(error instanceof RangeError ? error.message : '这个文件读不出来。');
        return;
      }
      await replace(given);
      tell('已打开讲义篮文件，共 ' + store.items().length + ' 项。' + making.missing() + (before.items.length ? '原来的讲义篮已换下。' : ''),
        before.items.length ? () => { replace(before); tell('已换回原来的讲义篮。'); } : null);
    }

    function replace({ items, cover }) {
      store.save(items);
      store.setCover(cover);
      return draw();
    }

    part('basket-cover').addEventListener('input', ({ target }) => {
      const { name, value, checked } = target;
      const ticks = { terms: { withoutTerms: !checked }, sources: { withoutSources: !checked } };
      store.setCover(ticks[name] || { [name]: value });
      touched();
    });
    part('basket-cover').addEventListener('submit', (event) => event.preventDefault());
    part('basket-file').addEventListener('change', ({ target }) => {
      if (target.files.length) openFile(target.files[0]);
      target.value = '';
    });
    return { stores: [store], takeIn, draw };
  }

  return { bind };
})();
