// Nobody scrolls a wall: type is set as large as what is shown leaves room for, in one column or in two.

export const SMALLEST = 24; // pixels: what is smaller is not read from the last row
const LARGEST = 0.06; // of the height of the wall
const BETTER = 1.08; // how much larger two columns have to be: one is read more easily

export function overflows(main) {
  return main.scrollHeight > main.clientHeight || main.scrollWidth > main.clientWidth;
}

// The largest size at which everything is on the wall, or the smallest that can be read.
function largest(main) {
  let [low, high] = [SMALLEST, Math.max(SMALLEST, Math.floor(LARGEST * innerHeight))];
  while (low < high) {
    const size = Math.ceil((low + high) / 2);
    main.style.fontSize = `${size}px`;
    if (overflows(main)) high = size - 1;
    else low = size;
  }
  main.style.fontSize = `${low}px`;
  return { size: low, over: overflows(main) };
}

// One column, two, or the words above two: whichever lets the letters be largest. What does not fit at the smallest size
// drops what can be dropped.
export function fit(main) {
  const columns = main.querySelector(".wp-columns");
  const ways = ["one", ...(columns ? ["two"] : []), ...(columns?.classList.contains("wp-three") ? ["above"] : [])];
  const tried = ways.map((way) => {
    main.dataset.columns = way;
    return { way, ...largest(main) };
  });
  const best = tried.reduce((best, one) => ((best.over && !one.over) || (best.over === one.over && one.size > BETTER * best.size) ? one : best));
  main.dataset.columns = best.way;
  main.style.fontSize = `${best.size}px`;
  for (const spare of main.querySelectorAll(".wp-spare")) spare.hidden = false;
  for (const spare of [...main.querySelectorAll(".wp-spare")].reverse()) {
    if (!overflows(main)) break;
    /** @type {HTMLElement} */ (spare).hidden = true;
  }
}
