'use strict';
/**
 * Keeps the library for reading offline where it is opened over http(s); from file:// it never runs. It is a service
 * worker, which only browsers newer than the baseline start: it parses as ES2019 and may name what they have.
 *
 * PracticeOffline, written before this by the build: { id, version, now, later }. `now` and `later` map each file's path
 * to the first digits of its SHA-256: what is kept at once, and what is kept when a reader first opens it.
 */
(() => {
  const { id, version, now, later } = self.PracticeOffline;
  const scope = self.registration.scope;
  /* Two copies of one library may stand side by side on one server: a cache belongs to one place of one library. */
  const family = ['shijianku', id, encodeURIComponent(new URL(scope).pathname), ''].join(':');
  const cacheName = family + version;
  const files = new Map(Object.entries({ ...now, ...later }).map(([path, hash]) => [new URL(path, scope).pathname, { path, hash }]));
  const AT_ONCE = 6;

  const kept = () => caches.open(cacheName);
  const keyOf = (file) => new URL(file.path + '?' + file.hash, scope).href;
  const entry = ([path, hash]) => ({ path, hash });

  /** The file that an address asks for, whatever its query; undefined for what is not in the list. */
  function fileAt(address) {
    const url = new URL(address);
    if (url.origin !== new URL(scope).origin) return undefined;
    return files.get(url.pathname.endsWith('/') ? url.pathname + 'index.html' : url.pathname);
  }

  /** Caches of other versions of this library at this place. */
  async function earlierCaches() {
    const names = await caches.keys();
    return names.filter((name) => name !== cacheName && name.startsWith(family) && /^[0-9a-f]+$/.test(name.slice(family.length)));
  }

  /** Whether these are the bytes that the build made: a sign-in page or a half-copied update is not kept in their place. */
  async function isTrue(response, file) {
    const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
    const digits = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return digits.startsWith(file.hash);
  }

  /** The answer as it may be given to any request: one that was redirected is refused when a page is opened. */
  const plain = (response) => (response.redirected
    ? new Response(response.body, { status: response.status, headers: response.headers }) : response);

  /** From an earlier version's cache when the file has not changed, else from the server past the browser's own cache. */
  async function obtained(file, earlier) {
    for (const name of earlier) {
      const found = await caches.match(keyOf(file), { cacheName: name });
      if (found) return found;
    }
    const response = await fetch(new Request(new URL(file.path, scope), { cache: 'reload' }));
    if (!response.ok || !await isTrue(response, file)) throw new Error(file.path);
    return plain(response);
  }

  async function install() {
    const cache = await kept();
    const earlier = await earlierCaches();
    const waiting = Object.entries(now).map(entry);
    const work = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        if (!await cache.match(keyOf(file))) await cache.put(keyOf(file), await obtained(file, earlier));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** What was opened before and has not changed is taken over; then the other versions of this library, and nothing else, go. */
  async function activate() {
    const cache = await kept();
    const earlier = await earlierCaches();
    const opened = new Map(Object.entries(later).map(entry).map((file) => [keyOf(file), file]));
    for (const name of earlier) {
      const old = await caches.open(name);
      for (const request of await old.keys()) {
        if (opened.has(request.url) && !await cache.match(request)) await cache.put(request, await old.match(request));
      }
    }
    await Promise.all(earlier.map((name) => caches.delete(name)));
    await self.clients.claim();
  }

  async function answer(event, file) {
    const found = await caches.match(keyOf(file), { cacheName });  // makes no cache where there is none
    if (found) return found;
    const response = await fetch(event.request);
    if (response.status === 200) event.waitUntil(keep(file, response.clone()));
    return response;
  }

  /** A full disk is no reason to show nothing. */
  async function keep(file, response) {
    try {
      if (await isTrue(response, file)) await (await kept()).put(keyOf(file), plain(response));
    } catch (error) { /* the next visit tries again */ }
  }

  function notKept() {
    const text = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
      + '<link rel="icon" href="data:,"><title>这一页还没有存下</title><h1>这一页还没有存下</h1><p>现在连不上网站。联网后打开一次，以后离线也能看。</p>';
    return new Response(text, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }

  async function open(event, file) {
    try {
      return await answer(event, file);
    } catch (error) {
      return notKept();
    }
  }

  async function isWhole() {
    const cache = await kept();
    const stored = new Set((await cache.keys()).map((request) => request.url));
    return Object.entries({ ...now, ...later }).map(entry).every((file) => isDownload(file.path) || stored.has(keyOf(file)));
  }

  const isDownload = (path) => path.startsWith('handouts/') && !path.endsWith('.html');

  self.addEventListener('install', (event) => event.waitUntil(install()));
  self.addEventListener('activate', (event) => event.waitUntil(activate()));
  self.addEventListener('fetch', (event) => {
    const file = event.request.method === 'GET' && fileAt(event.request.url);
    if (!file) return;
    event.respondWith(event.request.mode === 'navigate' ? open(event, file) : answer(event, file));
  });
  /** What a page asks; the answer goes back by the port that came with the question. */
  const answers = {
    'whole?': isWhole,
    /* Whether no other page of the library is open, which a new version would take its files from. */
    'alone?': async () => (await self.clients.matchAll({ includeUncontrolled: true })).length < 2,
    'take over': () => self.skipWaiting(),
  };
  self.addEventListener('message', (event) => {
    const told = answers[event.data];
    if (told) event.waitUntil(Promise.resolve(told()).then((answer) => event.ports[0] && event.ports[0].postMessage(answer)));
  });
})();
