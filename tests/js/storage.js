'use strict';

/** A localStorage; `broken` names the methods that throw. */
function fakeStorage(given = {}, broken = []) {
  const values = new Map(Object.entries(given));
  const guard = (name, act) => (...args) => {
    if (broken.includes(name)) throw new Error('forbidden');
    return act(...args);
  };
  return {
    values,
    broken,
    getItem: guard('getItem', (name) => (values.has(name) ? values.get(name) : null)),
    setItem: guard('setItem', (name, value) => { values.set(name, String(value)); }),
    removeItem: guard('removeItem', (name) => { values.delete(name); }),
  };
}

module.exports = { fakeStorage };
