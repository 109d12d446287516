// Helpers of a quarter, as models/business/team.py has it: who is here, who goes, and who comes after them.

import { mix, ofPlace, STREAMS } from "./luck.js";
import { SLOTS, WEEKS } from "./business_news.js";

export const NOBODY = 99; // the week from which a helper is here who does not come at all

const PLACES = Array.from({ length: 4 * WEEKS * STREAMS }, (_, i) => ofPlace(Math.floor(i / STREAMS), i % STREAMS));

// The luck of a quarter: STREAMS numbers a week.
export function luckOf({ run, quarter }) {
  const [from, size] = [quarter * WEEKS * STREAMS, WEEKS * STREAMS];
  const drawn = new Uint32Array(size);
  for (let i = 0; i < size; i++) drawn[i] = mix(PLACES[from + i] ^ run);
  return drawn;
}

// Nobody leaves twice in a quarter, so all of it follows from the luck before a week is played.
export function teamOf(firm, dials, told) {
  const { business } = firm;
  const luck = luckOf(firm);
  const brought = (1 - Math.exp(-3 * dials.care)) / (1 - Math.exp(-3)); // by care; half of it brings most
  const good = Math.ceil(65536 * (business.base + (business.top - business.base) * brought));
  const gap = Math.floor(business.gap + business.care_weeks * dials.care + 0.5);
  const leave = 65536 * (1 - (1 - business.leave) ** (1 / 52));
  const passedOn = business.pass_on * Number(dials.people > 1);
  const known = Math.max(...firm.skill);
  const team = {
    luck, gap, passedOn, sent: 0, due: [...firm.due], gone: Array(SLOTS).fill(NOBODY), drag: Array(SLOTS).fill(1),
    after: [...firm.bad], arrivals: new Float64Array(WEEKS), here: Math.ceil(65536 * (1 - business.away)),
  };
  for (let i = 0; i < SLOTS; i++) {
    const wanted = i < dials.people;
    if (wanted && (team.due[i] === NOBODY || i === told.leaves)) {
      team.due[i] = gap;
      firm.skill[i] = business.half + passedOn * (known - business.half);
      firm.bad[i] = Number((luck[4 + i] & 65535) >= good);
      team.arrivals[0] += 1;
    } else if (!wanted && team.due[i] < NOBODY) {
      team.due[i] = NOBODY;
      firm.skill[i] = business.half;
      team.sent += 1;
    }
    team.drag[i] = 1 + business.slow * firm.bad[i];
    team.after[i] = firm.bad[i];
    goes(team, i, Math.ceil(firm.bad[i] ? leave + 6553.6 * told.seen : leave), good);
    const from = team.gone[i] < WEEKS ? team.gone[i] + gap : team.due[i];
    firm.due[i] = team.due[i] === NOBODY ? NOBODY : Math.max(from - WEEKS, 0);
  }
  return team;
}

function goes(team, i, chance, good) {
  for (let week = team.due[i]; week < WEEKS; week++) {
    const drawn = team.luck[week * STREAMS + 4 + i];
    if (drawn >>> 16 < chance) {
      team.gone[i] = week;
      team.after[i] = Number((drawn & 65535) >= good);
      team.arrivals[week] += 1;
      return;
    }
  }
}
