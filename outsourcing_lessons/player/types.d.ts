// What the type checker cannot see for itself.

// Text becomes a constant (modules.py).
declare module "*.css" {
  const text: string;
  export default text;
}

// The element that `make("p.ol-note")` makes.
type ElementOf<Kind extends string> = (Kind extends `${infer Tag}.${string}` ? Tag : Kind) extends infer Tag
  ? Tag extends keyof HTMLElementTagNameMap
    ? HTMLElementTagNameMap[Tag]
    : HTMLElement
  : never;

// The counter of ids; every copy of the player on a page counts on.
interface Document {
  olCount?: number;
}

// What the player tells the page around it, and a learning platform the page.
interface DocumentEventMap {
  "ol:attempt": CustomEvent;
  "ol:later": CustomEvent;
  "ol:entries": CustomEvent;
  "ol:profile": CustomEvent;
  "ol:told": CustomEvent;
  "ol:asks": CustomEvent;
  "ol:owner": CustomEvent;
}

// What a question to the kernel comes to after all, when it has been given up.
interface Error {
  later?: Promise<any>;
}
