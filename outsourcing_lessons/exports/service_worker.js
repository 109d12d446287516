// Keeps the workbook in the browser, so that it opens without a network. A new version of any file is a new name here: the
// browser then fetches all of them, and what was kept before goes. A web space may hold several workbooks, so each keeps its
// own under the name of its folder.
const worker = /** @type {any} */ (self);
const FOLDER = `${worker.registration.scope} `;
const KEPT = `${FOLDER}{{version}}`;
const FILES = ["./", "index.html", "manifest.webmanifest", "icon.svg"];

worker.addEventListener("install", (event) => {
  const anew = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(anew)));
  worker.skipWaiting();
});

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(FOLDER) && name !== KEPT).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

worker.addEventListener("activate", (event) => event.waitUntil(tidy()));

async function answer(request) {
  const kept = await caches.open(KEPT);
  return (await kept.match(request, { ignoreSearch: true })) ?? fetch(request);
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
});
