// Keeps the last whole picture: a wall that is opened while the server or the network is away shows it, and heals when
// they are back. Sees the wall's own requests and no others.
"use strict";

const KEPT = "akint-wall-1";
const WAIT = 8000;
const HOME = new URL("../skjerm", location).pathname; // whatever path a proxy has put before it

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin || event.request.method !== "GET") return;
  if (url.pathname === HOME + "/henger") return event.respondWith(freed());
  if (url.pathname === HOME + "/igjen") return event.respondWith(again(url));
  if (url.pathname === HOME || url.pathname.startsWith(HOME.replace(/skjerm$/, "assets/")))
    event.respondWith(kept(event, url));
});

// -- a tab that hangs: its thread of watch says so here. Whoever does not answer is led over a page that may not share
// its process, as a sandboxed page never does, and from there back to where it was; the process that hangs is let go.

const ANSWER = 3000;
const answers = new Map();

addEventListener("message", (event) => {
  const answer = answers.get(event.source && event.source.id);
  if (answer) answer();
});

async function freed() {
  const walls = (await clients.matchAll({ type: "window" })).filter((one) => one.frameType === "top-level");
  const silent = await Promise.all(walls.map(async (one) => ((await there(one)) ? null : one)));
  silent.forEach((one) => one && one.navigate(HOME + "/igjen" + new URL(one.url).search).catch(() => {}));
  return new Response(null, { status: 204 });
}

function there(wall) {
  return new Promise((told) => {
    answers.set(wall.id, () => {
      answers.delete(wall.id);
      told(true);
    });
    wall.postMessage("there?");
    setTimeout(() => {
      answers.delete(wall.id);
      told(false);
    }, ANSWER);
  });
}

function again(url) {
  const back = (HOME + url.search).replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  const page =
    '<!doctype html><meta charset="utf-8"><title>.</title><meta http-equiv="refresh" content="0;url=' + back + '">';
  const policy = "sandbox allow-scripts allow-top-navigation; default-src 'none'";
  return new Response(page, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy },
  });
}

function key(url) {
  const query = new URLSearchParams(url.search);
  query.delete("v");
  return url.pathname + "?" + query;
}

async function kept(event, url) {
  const store = await caches.open(KEPT);
  try {
    const answer = await fetch(event.request, { signal: AbortSignal.timeout(WAIT) });
    if (answer.ok && !answer.redirected) event.waitUntil(store.put(key(url), answer.clone()).catch(() => {}));
    if (answer.status === 403) event.waitUntil(caches.delete(KEPT));
    if (answer.status < 500) return answer;
    return (await last(store, url)) || answer;
  } catch (error) {
    const found = await last(store, url);
    if (found) return found;
    throw error;
  }
}

async function last(store, url) {
  const found = await store.match(key(url));
  if (!found) return null;
  const headers = new Headers(found.headers);
  headers.set("X-Akint-Kept", "1");
  return new Response(found.body, { status: found.status, headers });
}
