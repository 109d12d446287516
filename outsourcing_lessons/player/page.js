// A page to save, complete in itself; everything is escaped where it is put in.

export function escaped(text) {
  return String(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

// The typefaces that the page around has in itself, for one that is saved from it; those that a server gives stay there.
export function ownFaces() {
  const rules = [...document.styleSheets].filter(({ href }) => !href).flatMap((sheet) => [...sheet.cssRules]);
  return rules.filter((rule) => rule instanceof CSSFontFaceRule && rule.cssText.includes("data:")).map(({ cssText }) => cssText).join("");
}

export function wholePage(title, style, body) {
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
  const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";
  return (
    `<!doctype html>\n<html lang="en"><head>${meta}<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>\n`
  );
}
