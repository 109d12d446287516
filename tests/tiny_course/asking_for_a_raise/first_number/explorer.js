// What the explorer of explorer.py computes, in the page.

export function pulled({ planned, month }, { opening, pull }) {
  const settle = (number) => Math.round(100 * (planned + pull * (number - planned))) / 100;
  const numbers = Array.from({ length: 20 }, (_, i) => i + 1);
  const here = settle(opening);
  const six = Math.abs(here - 6) < 0.05;
  return {
    numbers,
    raises: numbers.map(settle),
    here,
    more: (here / 100) * month,
    six_by_a_weak: six && pull < 0.4,
    six_by_a_strong: six && pull > 0.4,
    below: here < planned,
  };
}
