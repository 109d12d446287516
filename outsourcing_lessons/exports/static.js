// The workbook on a web space: installed as an app, it opens without a network. Joined after the workbook's script.
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) navigator.serviceWorker.register("worker.js");
