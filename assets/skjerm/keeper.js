// Keeps the last whole picture: a wall that is opened while the server or the network is away shows it, and heals when
// they are back. Sees the wall's own requests and no others.
"use strict";

const KEPT = "akint-wall-1";
const WAIT = 8000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin || event.request.method !== "GET") return;
  if (url.pathname === "/skjerm" || url.pathname.startsWith("/assets/")) event.respondWith(kept(event, url));
});

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
