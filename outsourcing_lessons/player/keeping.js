// Keeping what a learner does, and saying how that went.

// Keeps something where it can be found again; a learner hears when it worked, and always when it did not. Gives what was
// kept there before, where the host says so, or null where nothing could be kept.
export async function keepWith(host, entries, place, words, changed = entries) {
  try {
    const earlier = await host.keep(entries, changed);
    if (words) place.textContent = words;
    return earlier || {};
  } catch (problem) {
    place.textContent = problem.message;
    problem.later?.then(() => (place.textContent = words));
    return null;
  }
}
