// A page to save, complete in itself; everything is escaped where it is put in.

export function escaped(text) {
  return String(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

export function wholePage(title, style, body) {
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return (
    `<!doctype html>\n<html lang="en"><head>${meta}<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>\n`
  );
}
