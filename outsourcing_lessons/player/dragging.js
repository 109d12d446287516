// Where sliders must stand for a thing on the chart to be where it is dragged to.

import { heightAt } from "./view.js";

const MOST_TRIED = 80; // settings of a slider, before the drag begins

// Gives a function: where something is dragged to -> the values of the sliders. `part` is a line or a mark of the chart and
// `from` where it was taken hold of, in the chart's units; `found(values)` gives the results at a setting.
export function draggedBy({ sliders, values, found }, part, from) {
  const axes = Object.entries(part.drags).map(([axis, id]) => {
    const stands = (results) => (Array.isArray(results[part.of.y]) ? heightAt({ x: results[part.of.x], y: results[part.of.y] }, from.x) : results[part.of[axis]]);
    const isSlider = part.of[axis] === id.replaceAll("-", "_"); // then it stands where the slider does
    const settings = settingsOf(sliders.find((one) => one.id === id), isSlider ? Infinity : MOST_TRIED);
    const places = settings.map((value) => ({ value, at: isSlider ? value : stands(found({ ...values, [id]: value })) }));
    return { axis, id, start: stands(found(values)), places: places.filter(({ at }) => Number.isFinite(at)) };
  });
  return (to) => Object.fromEntries(axes.filter(({ places }) => places.length).map(({ axis, id, places, start }) => [id, nearest(places, start + to[axis] - from[axis])]));
}

function settingsOf({ low, high, step }, most) {
  const steps = Math.round((high - low) / step);
  const stride = Math.ceil((steps + 1) / most) || 1;
  return [...Array.from({ length: Math.floor(steps / stride) + 1 }, (_, i) => low + i * stride * step), ...(steps % stride ? [high] : [])];
}

// Between two settings that were tried the thing is taken to move evenly.
function nearest(places, target) {
  const far = places.map(({ at }) => Math.abs(at - target));
  const best = far.indexOf(Math.min(...far));
  const { at, value } = places[best];
  const next = [places[best - 1], places[best + 1]].find((one) => one && (one.at - target) * (at - target) < 0);
  return next ? value + ((next.value - value) * (target - at)) / (next.at - at) : value;
}
